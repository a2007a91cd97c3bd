/** Release of this screen; the build writes it in. */
declare const __FLOWVIZ_VERSION__: string
