import { createStore } from 'zustand/vanilla'

/**
 * What an officer's passphrase opened on a device that several people use. It lies in the memory of this page and nowhere
 * else: a reload, the lock and the server's half hour end it.
 */
export const officePass = createStore<{ readonly pass?: string }>(() => ({}))

export function holdPass(pass: string): void {
  officePass.setState({ pass })
}

export function dropPass(): void {
  officePass.setState({}, true)
}

export function passHeader(): Readonly<Record<string, string>> {
  const { pass } = officePass.getState()
  return pass === undefined ? {} : { 'Linbian-Office': pass }
}
