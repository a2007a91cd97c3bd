/** The other tabs of this origin, which show the same queue. */
export interface Tabs {
  /** Tells them that these entries were written. */
  tell: (keys: readonly string[]) => void
  close: () => void
}

export type OpenChannel = (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** Speaks with the other tabs; `heard` gets what they wrote. */
export function createTabs(name: string, open: OpenChannel, heard: (keys: readonly string[]) => void): Tabs {
  const channel = open(`${name}.entries`)
  channel.onmessage = ({ data }: MessageEvent) => {
    if (Array.isArray(data)) heard(data as string[])
  }
  return {
    tell: keys => channel.postMessage([...keys]),
    close: () => {
      channel.onmessage = null
      channel.close()
    },
  }
}
