import './screen.css'
import ListTodo from '~icons/lucide/list-checks'
import Lock from '~icons/lucide/lock'
import Warning from '~icons/lucide/triangle-alert'
import Message from '~icons/lucide/message-square-text'
import type { ComponentChildren } from 'preact'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Frame, Nav } from '#ui/parts/Frame.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Logo } from '#ui/parts/House.tsx'
import { BinMark, HouseMark } from '#ui/parts/marks.tsx'
import { ThemeKey } from '#ui/parts/ThemeKey.tsx'
import { useApp } from './state/app.ts'
import { useStore } from './state/view.ts'
import { setTheme, useTheme } from './state/theme.ts'
import { Strip } from './Strip.tsx'
import { useWords } from './words.ts'

export type Tab = 'today' | 'bins' | 'feedback' | 'doors'

export interface ScreenProps {
  title: string
  sub?: ComponentChildren
  /** With tabs, this one lit. A focused job has none and is left with `back`. */
  tab?: Tab | undefined
  back?: string | (() => void) | undefined
  /** × instead of ‹. */
  close?: boolean | undefined
  right?: ComponentChildren
  /** A greeting rather than a name. */
  big?: boolean | undefined
  /** In place of the plain header; it draws its own `Title`. */
  header?: ComponentChildren
  /** Keys at the thumb: a `BottomBar`. */
  bar?: ComponentChildren
  bleed?: boolean | undefined
  /** A screen that has its own, larger theme key. */
  noTheme?: boolean | undefined
  children: ComponentChildren
}

const TABS = [
  { tab: 'today', href: '/', icon: ListTodo },
  { tab: 'bins', href: '/bins', icon: BinMark },
  { tab: 'feedback', href: '/feedback', icon: Message },
  { tab: 'doors', href: '/doors', icon: HouseMark },
] as const

/** What every screen of the product stands in: sync strip, header, tabs, the sign over invented data. */
export function Screen(props: ScreenProps) {
  const words = useWords()
  const { ctx, demo, person, device, lock, setPin } = useApp()
  const { draftNotKept, vault, unchecked } = useStore(device)
  const isOwn = ctx.deviceKind === 'own'
  const shut = vault === 'open' ? undefined : vault === 'closed' && isOwn ? 'closedOwn' : vault
  const header = props.header ?? (
    <Header
      title={props.title}
      sub={props.sub}
      back={props.back}
      leave={props.close ? words.common.close : words.common.back}
      close={props.close}
      right={props.right}
      big={props.big}
    />
  )
  return (
    <Frame
      strip={<Strip />}
      tools={!props.noTheme && <ThemeSwitch bare />}
      leave={
        lock && (
          <Key
            bare
            icon={Lock}
            label={isOwn ? words.common.lock : words.common.changePerson}
            onPress={lock}
          />
        )
      }
      sign={
        (demo || draftNotKept || shut) && (
          <>
            {demo && <p class="demo-sign">{words.common.demo}</p>}
            {shut && (
              <p class="vault-shut" role="status">
                <Lock class="icon" aria-hidden="true" />
                {words.common.vault[unchecked ? 'unchecked' : shut]}
              </p>
            )}
            {vault === 'noPin' && setPin && (
              <Key wide look="primary" label={words.common.vault.setPin} onPress={setPin} />
            )}
            {draftNotKept && (
              <p class="draft-not-kept" role="alert">
                <Warning class="icon" aria-hidden="true" />
                {words.common.refused[draftNotKept]}
              </p>
            )}
          </>
        )
      }
      header={header}
      nav={
        props.tab && (
          <Nav
            label={words.common.nav}
            logo={
              <>
                <Logo />
                {words.common.name}
              </>
            }
            foot={
              <a class="nav-person" href="/people">
                <Avatar name={person.name} look="current" />
                {person.name}
              </a>
            }
            items={TABS.map(({ tab, href, icon }) => ({
              href,
              icon,
              label: words.common.tabs[tab],
              current: tab === props.tab,
            }))}
          />
        )
      }
      bar={props.bar}
      bleed={props.bleed}
    >
      {props.children}
    </Frame>
  )
}

export function ThemeSwitch({ bare }: { bare?: boolean }) {
  const words = useWords()
  const theme = useTheme()
  return (
    <ThemeKey
      theme={theme}
      names={words.common.theme}
      spoken={words.common.theme.spoken}
      bare={bare}
      onChange={setTheme}
    />
  )
}
