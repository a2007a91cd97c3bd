import { defineConfig } from 'vitest/config'
import { COMPILED } from './test/compiled.ts'

process.env.NODE_COMPILE_CACHE ??= COMPILED

// One subject beside its file; whole buildings are tap's, in test/.
export default defineConfig({
  test: {
    include: ['{contract,firmware-adapters,edge,cloud,provisioning,systemd,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/generated/**'],
    globalSetup: ['./test/compiled.ts'],
    // Native addons and pseudo-terminals: a process each, so that one that dies takes only its own file along.
    pool: 'forks',
    maxWorkers: 2,
    // docs/decisions/0023-memory-keys.md
    execArgv: ['--no-memory-protection-keys'],
    testTimeout: 15_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
