import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { keptKnock } from '#device/keptKnock.ts'
import type { Look } from '#device/office.ts'
import { type Carried, carriedIn } from '#domain/invitation.ts'
import { useEntrance } from '#ui/office.ts'
import { CodeEntry } from './CodeEntry.tsx'
import { Confirm } from './Confirm.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { InstallFirst } from './InstallFirst.tsx'

/** By link or by eight characters, or where it was left while it waited. Looking uses nothing up; where joining would be lost again, nothing is looked at. */
export function Join() {
  const { browser, installed, here: enrolled } = useEntrance()
  const inside = browser.inside !== undefined
  const [kept] = useState(keptKnock)
  const [carried, setCarried] = useState<Carried | undefined>(
    () => carriedIn(location.hash) ?? (kept && { key: kept.key }),
  )
  const [here, setHere] = useState(false)
  const [found, setFound] = useState<{ key: string; look: Look }>()
  useLayoutEffect(() => {
    // A link opened in the page that is here already changes nothing but the end of the address.
    const another = () => {
      const next = carriedIn(location.hash)
      if (next) {
        setFound(undefined)
        setCarried(next)
      }
    }
    addEventListener('hashchange', another)
    return () => removeEventListener('hashchange', another)
  }, [])
  useEffect(() => {
    // In an in-app browser the address stays whole: 在浏览器打开 takes it along.
    if (carried && !inside) history.replaceState(history.state, '', location.pathname)
  }, [carried, inside])

  if (inside) return <Elsewhere code={carried?.code} />
  if (browser.system === 'ios' && !installed && !enrolled && !here)
    return <InstallFirst code={carried?.code} onHere={() => setHere(true)} />
  if (found)
    return (
      <Confirm
        invitation={found.key}
        look={found.look}
        kept={kept?.key === found.key ? kept : undefined}
        onOther={() => setFound(undefined)}
      />
    )
  return <CodeEntry carried={carried?.key} onFound={(key, look) => setFound({ key, look })} />
}
