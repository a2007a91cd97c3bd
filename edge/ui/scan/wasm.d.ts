declare module '*.wasm?url' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: this is how Vite gives the address of a file
  export default address
}
