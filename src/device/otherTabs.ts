/** What one tab says to the others of its browser; where there is no channel each is alone. Answers the way to say it. */
export function toOtherTabs(name: string, heard: (said: string) => void): (said: string) => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => heard(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin to speak to
  return (said) => channel.postMessage(said)
}
