import type { ComponentChildren } from 'preact'
import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { printPage } from '#device/print.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Fitted } from '#ui/screens/binReport/Fitted.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import { useWords } from '#ui/words.ts'

/** A page as it will come out of the printer, in its two forms; 公示 is what one gets without asking. */
export function PaperScreen(props: {
  title: string
  sub: string
  back: string
  /** On a shared tablet nothing internal is shown: others look at it too. */
  publicOnly?: boolean
  more?: ComponentChildren
  children: (internal: boolean) => ComponentChildren
}) {
  const { sheets, common } = useWords()
  const toast = useToast()
  const [form, setForm] = useState<'public' | 'internal'>('public')
  const internal = form === 'internal' && !props.publicOnly
  return (
    <Screen
      title={props.title}
      header={
        <div class="paper-screen-only">
          <Header title={props.title} sub={props.sub} back={props.back} leave={common.back} />
        </div>
      }
      bar={
        <BottomBar>
          {!internal && props.more}
          <Key
            look="primary"
            icon={Printer}
            label={sheets.paper.print}
            onPress={() => {
              if (!printPage()) toast({ text: sheets.paper.inside, icon: Warning })
            }}
          />
        </BottomBar>
      }
    >
      <div class="paper-screen">
        {!props.publicOnly && (
          <div class="paper-screen-only">
            <Segmented
              label={sheets.paper.form}
              look="answer"
              value={form}
              onChange={setForm}
              options={[
                { value: 'public', label: sheets.paper.public, sub: sheets.paper.publicSub },
                { value: 'internal', label: sheets.paper.internal, sub: sheets.paper.internalSub },
              ]}
            />
          </div>
        )}
        <Fitted>{props.children(internal)}</Fitted>
      </div>
      {internal && <Watermark />}
    </Screen>
  )
}
