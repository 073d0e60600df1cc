import type { ComponentChildren } from 'preact'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Frame } from '#ui/parts/Frame.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { ThemeSwitch } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import './join.css'

/** A screen of somebody who is not in yet: no tabs, no sync strip. */
export function Entry(props: {
  title: string
  back?: string | (() => void) | undefined
  bar?: ComponentChildren
  children: ComponentChildren
}) {
  const words = useWords()
  return (
    <Frame
      tools={<ThemeSwitch bare />}
      header={<Header title={props.title} back={props.back} leave={words.common.back} />}
      bar={props.bar && <BottomBar>{props.bar}</BottomBar>}
    >
      <div class="entry stack-wide">{props.children}</div>
    </Frame>
  )
}
