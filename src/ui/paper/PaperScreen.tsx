import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { thisBrowser } from '#device/browser.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { Pages } from './Pages.tsx'
import { usePrint } from './usePrint.ts'

export interface PaperScreenProps {
  title: string
  sub?: string | undefined
  /** An address, or what it was opened from on the same one. */
  back: string | (() => void)
  /** With residents' or volunteers' names: whose screen it is stands over the pages. */
  internal?: boolean | undefined
  /** Pages lie on their side. */
  across?: boolean | undefined
  /** What is chosen above the pages; paper does not show it. */
  choices?: ComponentChildren
  /** Beside the print key. */
  keys?: ComponentChildren
  /** Under the name of the print key. */
  printSub?: string | undefined
  /** Keeps the line that everything printed leaves; `false` prints nothing. */
  beforePrint: () => Promise<boolean>
  /** `beside` where another key of the bar is the next step, `none` while something is missing for it. */
  printKey?: 'primary' | 'beside' | 'none'
  /** The pages. Without them it is a screen that has nothing on paper yet. */
  children?: ComponentChildren
}

/** The screen around all A4: what is chosen, the pages as they will come out of the printer, and the key for it. */
export function PaperScreen(props: PaperScreenProps) {
  const { title, internal = false, printKey = 'primary' } = props
  const { paper, common } = useWords()
  const print = usePrint(props.beforePrint)
  // Inside another app's window nothing can be printed or saved; it is said before somebody tries.
  const cannot = thisBrowser().inside !== undefined
  const showsPrint = !cannot && printKey !== 'none'
  return (
    <Screen
      title={title}
      header={
        <div class="paper-screen-only">
          <Header title={title} sub={props.sub} back={props.back} leave={common.back} />
        </div>
      }
      bar={
        (showsPrint || props.keys) && (
          <BottomBar>
            {printKey === 'primary' && props.keys}
            {showsPrint && (
              <Key
                look={printKey === 'primary' ? 'primary' : 'secondary'}
                icon={Printer}
                label={paper.print}
                sub={props.printSub}
                onPress={print}
              />
            )}
            {printKey !== 'primary' && props.keys}
          </BottomBar>
        )
      }
    >
      <div class="paper-screen">
        <div class="paper-screen-only stack">
          {cannot && <Panel tone="alert" icon={Warning} title={paper.inside} />}
          {props.choices}
        </div>
        {props.children && (
          <Pages label={title} internal={internal} across={props.across}>
            {props.children}
          </Pages>
        )}
      </div>
    </Screen>
  )
}
