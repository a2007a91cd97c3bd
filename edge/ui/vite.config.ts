import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { type BuildOptions, defineConfig, type Plugin, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { keepPrevious } from './keep-previous.config.ts'
import { packAssets } from './pack-assets.config.ts'

/** Where `vite dev` finds an appliance; a build needs none. */
const APPLIANCE = 'http://127.0.0.1:8080'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { version: string }

const offline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'offline/worker',
  filename: 'sw.ts',
  injectRegister: false,
  includeManifestIcons: false,
  injectManifest: {
    rollupFormat: 'iife',
    globPatterns: ['**/*.{js,css,html,svg,png,wasm}'],
    dontCacheBustURLsMatching: /^assets\//,
  },
  manifest: {
    name: 'FlowViz floor',
    short_name: 'FlowViz',
    id: '/',
    start_url: '/',
    display: 'fullscreen',
    orientation: 'landscape',
    theme_color: '#33383f',
    background_color: '#dfe2e5',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  },
})

/**
 * A lazy screen is a plain import: its pieces are not named ahead (see modulePreload below), so what Vite puts around
 * each import has nothing to do and would only be carried along.
 */
const plainImports: Plugin = {
  name: 'flowviz:plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: id => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = load => load()' : null),
}

const common = {
  root: import.meta.dirname,
  base: '/',
  define: { __FLOWVIZ_VERSION__: JSON.stringify(process.env.FLOWVIZ_UI_VERSION ?? version) },
  server: { proxy: { '/api/v1': APPLIANCE } },
} satisfies UserConfig

const rolldownOptions = {
  // The contract's shapes are built by calls that have no effect: what no screen uses, schemas and TypeBox
  // with them, is left out of the bundle.
  treeshake: {
    manualPureFunctions: ['Type'],
    moduleSideEffects: [{ test: /typebox|contract/, sideEffects: false }],
  },
} satisfies BuildOptions['rolldownOptions']

/** The screen as the appliance hands it out. */
const floor: UserConfig = {
  ...common,
  plugins: [preact({ devToolsEnabled: false }), plainImports, offline, keepPrevious(), packAssets()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      // Every browser that runs a service worker for modules preloads them by itself.
      polyfill: false,
      // Only the first page names what it needs ahead. A screen that is opened later has its pieces in the cache of the
      // tablet; a link for each of a dozen would cost a weak one 25 ms between the touch and the next picture.
      resolveDependencies: (_file, pieces, { hostType }) => (hostType === 'html' ? pieces : []),
    },
    rolldownOptions,
  },
}

/** Every card in every state, for people and tests that look at them; `vite --mode gallery`. No plant has it. */
const gallery: UserConfig = {
  ...common,
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    target: 'es2022',
    rolldownOptions: { ...rolldownOptions, input: join(import.meta.dirname, 'gallery.html') },
  },
}

export default defineConfig(({ mode }) => (mode === 'gallery' ? gallery : floor))
