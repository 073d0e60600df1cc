import { useState } from 'preact/hooks'
import { callIt } from '#commands/organisation.ts'
import { type Called, LINE_NAMES, LINES } from '#domain/organisation.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useApp } from '#ui/state/app.ts'
import { useCalled } from '#ui/state/roleNames.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { OfficeScreen } from './OfficeScreen.tsx'

/** What stands together on the page. */
const SECTIONS: readonly (readonly [title: Called | undefined, keys: readonly Called[]])[] = [
  [undefined, ['model', 'grid', 'microGrid', 'overseer']],
  ...LINE_NAMES.map((line) => [`${line}Line`, [`${line}Line`, ...LINES[line]]] as const),
]

/** `/people/organisation/names`: what this compound calls its lines, levels and roles. */
export function Names() {
  const { organisation: words, people } = useWords()
  const called = useCalled()
  const own = useView(ownNamesIn)
  const [open, setOpen] = useState<Called>()
  const usual = (key: Called) => ({ ...people.roles, ...words.names })[key]
  const sub = (key: Called) =>
    own[key] === undefined ? words.usual : key === 'model' ? undefined : words.insteadOf(usual(key))
  return (
    <OfficeScreen title={words.namesTitle} sub={words.namesSub}>
      <div class="stack-wide">
        {SECTIONS.map(([title, keys]) => (
          <section key={title ?? 'model'} class="stack">
            {title && <Heading title={called(title)} />}
            <Rows>
              {keys.map((key) => (
                <Row key={key} title={called(key)} sub={sub(key)} onPress={() => setOpen(key)} />
              ))}
            </Rows>
          </section>
        ))}
      </div>
      {open && <NameSheet of={open} usual={usual(open)} onClose={() => setOpen(undefined)} />}
    </OfficeScreen>
  )
}

function NameSheet({ of, usual, onClose }: { of: Called; usual: string; onClose: () => void }) {
  const { organisation: words, common } = useWords()
  const { ctx } = useApp()
  const act = useAct()
  const own = useView(ownNamesIn)[of]
  const [name, setName] = useState(own ?? '')
  const keep = async (next: string) => {
    if (await act(callIt(ctx, of, next), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={usual}
      close={common.close}
      bar={
        <BottomBar>
          {own !== undefined && <Key label={words.back} onPress={() => void keep('')} />}
          <Key
            look="primary"
            label={common.save}
            why={name.trim() === '' ? words.nameMissing : undefined}
            onPress={() => void keep(name)}
          />
        </BottomBar>
      }
    >
      <Field label={words.name} value={name} maxLength={12} onDraft={setName} />
    </Sheet>
  )
}
