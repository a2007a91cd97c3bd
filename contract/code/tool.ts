import type { CodeRow } from './row.ts'

/** What stops the technician's tool. */
export const TOOL = {
  process_failed: {
    status: 500,
    title: 'A process of the plant ended or did not become ready.',
    hint: 'Read the last lines of its log, named in the detail.',
  },
  runtime_missing: {
    status: 500,
    title: 'The Node version that FlowViz runs on is not installed.',
    hint: 'Run `npm ci` in the repository; it brings Node 24 along.',
  },
  platform_unsupported: {
    status: 500,
    title: 'There is no ready-made program for this machine.',
    hint: 'Use Linux, macOS or Windows on x64 or arm64, or point the setting named in the detail at your own.',
  },
  demo_running: {
    status: 409,
    title: 'The demo runs already.',
    hint: 'Stop it with Ctrl-C in its terminal first.',
  },
  files_in_use: {
    status: 409,
    title: 'A running process has these files open.',
    hint: 'Stop the box first: `systemctl stop flowviz.target`; Litestream belongs to it.',
  },
  files_present: {
    status: 409,
    title: 'There are files where the restored ones would go.',
    hint: 'Add --replace: they are moved into a folder beside, never deleted.',
  },
  queue_file_invalid: {
    status: 400,
    title: 'This is not the queue of a tablet.',
    hint: 'Use the file that the sync centre of the tablet gave; do not open and save it in between.',
  },
  queue_passphrase_wrong: {
    status: 401,
    title: 'The passphrase does not open this file.',
    hint: 'Use the passphrase that was typed on the tablet when it made the file.',
  },
  peer_unreachable: {
    status: 502,
    title: 'The other side did not answer.',
    hint: 'Check the address, the cable and that the server runs; then try again.',
  },
} as const satisfies Record<string, CodeRow>
