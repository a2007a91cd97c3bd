/** Release of this screen; the build writes it in. */
declare const __FLOWVIZ_VERSION__: string

interface ImportMeta {
  /** One export of every file that the pattern finds, by path; Vite resolves it when it builds. */
  glob: <T>(pattern: string, options: { eager: true; import: string }) => Record<string, T>
}
