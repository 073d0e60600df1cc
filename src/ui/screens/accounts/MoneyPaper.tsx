import './money-paper.css'
import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { printPage } from '#device/print.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { Fitted } from '#ui/screens/binReport/Fitted.tsx'

/** A page about money as it will come out of the printer, for the wall or for the inside. */
export function MoneyPaper(props: {
  title: string
  sub: string
  back: string
  children: (internal: boolean) => ComponentChildren
}) {
  const { sheets, common } = useWords()
  const toast = useToast()
  const [form, setForm] = useState<'public' | 'internal'>('public')
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
        <div class="paper-screen-only stack">
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
        <Fitted>
          <div class="money-paper">{props.children(form === 'internal')}</div>
        </Fitted>
      </div>
    </Screen>
  )
}

/** A label and a number, two beside each other. */
export function MoneyFigures({
  figures,
}: {
  figures: readonly { readonly label: string; readonly value: string }[]
}) {
  return (
    <dl class="money-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
