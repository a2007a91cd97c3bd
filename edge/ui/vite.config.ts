import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { keepPrevious } from './keep-previous.config.ts'

/** Where `vite dev` finds an appliance; a build needs none. */
const APPLIANCE = 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [preact({ devToolsEnabled: false }), keepPrevious()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      // The contract's shapes are built by calls that have no effect: what no screen uses, schemas and TypeBox
      // with them, is left out of the bundle.
      treeshake: {
        manualPureFunctions: ['Type'],
        moduleSideEffects: [{ test: /typebox|contract/, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api/v1': APPLIANCE } },
})
