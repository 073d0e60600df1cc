import type { ComponentChildren } from 'preact'
import { Empty } from '#ui/parts/Empty.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { useKeeps } from './useKeeps.ts'

/** A screen of those who keep the bins, or of those who set the compound up; others read whom to ask. */
export function KeptScreen(props: {
  title: string
  sub?: string | undefined
  back: string
  by: 'bins' | 'setUp'
  bar?: ComponentChildren
  children: ComponentChildren
}) {
  const { plan } = useWords()
  const keeps = useKeeps()
  if (!keeps[props.by]) {
    return (
      <Screen title={props.title} back={props.back}>
        <Empty title={plan.notYours} text={plan.notYoursText} />
      </Screen>
    )
  }
  return (
    <Screen title={props.title} sub={props.sub} back={props.back} bar={props.bar}>
      {props.children}
    </Screen>
  )
}
