import './frame.css'
import type { ComponentChildren } from 'preact'
import type { Icon } from './icon.ts'

export interface FrameProps {
  /** Top strip on a phone, pill at the top right from 600 up. */
  strip?: ComponentChildren | undefined
  /** Beside the pill from 600 up; not on a phone. */
  tools?: ComponentChildren | undefined
  /** At the end of the strip on every device: the way to leave it to the next person. */
  leave?: ComponentChildren | undefined
  /** Over everything else of the screen, in its whole width. */
  sign?: ComponentChildren | undefined
  header?: ComponentChildren | undefined
  /** The tabs; absent in a focused job. */
  nav?: ComponentChildren | undefined
  bar?: ComponentChildren | undefined
  /** No margins around the middle: for screens that draw to the edge. */
  bleed?: boolean | undefined
  children: ComponentChildren
}

/** The one skeleton of every screen: the middle scrolls, header and keys stay. */
export function Frame({ strip, tools, leave, sign, header, nav, bar, bleed, children }: FrameProps) {
  return (
    <div class={nav ? 'frame frame-nav' : 'frame'}>
      {sign && <div class="frame-sign">{sign}</div>}
      <div class="frame-top">
        <div class={leave ? 'frame-strip frame-passed-on' : 'frame-strip'}>
          {strip}
          {tools && <span class="frame-tools">{tools}</span>}
          {leave}
        </div>
        {header && <div class="frame-head">{header}</div>}
      </div>
      <main class={bleed ? 'frame-main' : 'frame-main frame-pad'}>{children}</main>
      {bar && <footer class="frame-bar">{bar}</footer>}
      {nav}
    </div>
  )
}

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: Icon
  readonly current: boolean
}

/** Four tabs at the bottom; from 1024 up a rail at the left with the logo above and the person below. */
export function Nav(props: {
  label: string
  items: readonly NavItem[]
  logo?: ComponentChildren | undefined
  foot?: ComponentChildren | undefined
}) {
  return (
    <nav class="nav" aria-label={props.label}>
      {props.logo && <div class="nav-logo">{props.logo}</div>}
      <ul class="nav-items">
        {props.items.map(({ href, label, icon: Drawing, current }) => (
          <li key={href}>
            <a class="nav-item" href={href} aria-current={current ? 'page' : undefined}>
              <span class="nav-mark">
                <Drawing class="icon" aria-hidden="true" />
              </span>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {props.foot && <div class="nav-foot">{props.foot}</div>}
    </nav>
  )
}
