// The few words of Express 5 that the contender uses; the package brings no types of its own.
declare module 'express' {
  interface Answer {
    status(code: number): Answer
    json(value: unknown): void
  }
  interface App {
    use(handler: unknown): void
    post(path: string, handler: (request: { body: never }, response: Answer) => void): void
    listen(port: number, host: string, done: () => void): import('node:http').Server
  }
  const express: { (): App; json(options: { limit: string }): unknown }
  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself.
  export default express
}
