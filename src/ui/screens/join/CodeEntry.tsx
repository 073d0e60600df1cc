import { useEffect, useState } from 'preact/hooks'
import { dropKnock } from '#device/keptKnock.ts'
import type { Look } from '#device/office.ts'
import { type CodeRefusal, readCode } from '#domain/invitation.ts'
import { ErrorPanel, Skeleton } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { type Words, useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { isPassing } from './passing.ts'
import { WhoIsHere } from './WhoIsHere.tsx'

/** Eight characters to type; with a link the invitation is looked at right away. */
export function CodeEntry(props: {
  carried: string | undefined
  onFound: (key: string, look: Look) => void
}) {
  const { carried, onFound } = props
  const all = useWords()
  const words = all.join.code
  const { office, here } = useEntrance()
  const { ask, busy, refusal, refused, forget } = useAsking()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const read = readCode(typed)

  const look = async (key: string) => {
    const found = await ask(async () => {
      const told = await office.look(key)
      if (!told.ok && !isPassing(told.refused)) dropKnock(key)
      const elsewhere = told.ok && here !== undefined && told.value.tenant !== here.tenant
      return elsewhere ? { ok: false, refused: 'otherTenant' } : told
    })
    if (found) onFound(key, found)
  }
  useEffect(() => {
    if (carried) void look(carried)
  }, [carried])

  const go = () => {
    setTried(true)
    if (read.ok) void look(read.value)
  }
  if (carried && busy && !tried) {
    return (
      <Entry title={words.title}>
        <Skeleton why={words.looking} />
      </Entry>
    )
  }
  return (
    <Entry
      title={words.title}
      back="/"
      bar={
        carried && refused === 'noConnection' && typed === '' ? (
          <Key
            look="primary"
            label={all.common.retry}
            busy={busy}
            busyLabel={words.looking}
            onPress={() => void look(carried)}
          />
        ) : (
          <Key look="primary" label={words.go} busy={busy} busyLabel={words.looking} onPress={go} />
        )
      }
    >
      <WhoIsHere />
      {refusal && <ErrorPanel title={words.notYet} text={refusal} />}
      <div class="entry-code">
        <Field
          label={words.label}
          help={words.help}
          error={tried && !read.ok ? wrongIn(all, read.refused) : undefined}
          value={typed}
          maxLength={12}
          onDraft={(text) => {
            forget()
            setTyped(text)
          }}
          onEnter={go}
        />
      </div>
    </Entry>
  )
}

function wrongIn({ join }: Words, refused: CodeRefusal): string {
  const { short, long, otherLetters } = join.code
  return refused === 'tooShort' ? short : refused === 'tooLong' ? long : otherLetters
}
