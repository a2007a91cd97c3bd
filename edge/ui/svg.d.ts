declare module '*.svg?raw' {
  const drawing: string
  // biome-ignore lint/style/noDefaultExport: this is how Vite gives the text of a file
  export default drawing
}
