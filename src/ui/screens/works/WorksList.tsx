import './works.css'
import Plus from '~icons/lucide/plus'
import { yuanText } from '#domain/money/yuan.ts'
import { worksList, type WorksView } from '#queries/works.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** `/works`: what is built or repaired for everybody, what has a way to go first. */
export function WorksList() {
  const { works } = useWords()
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const all = worksList(reader, ctx.view)
  return (
    <Screen
      title={works.title}
      back="/"
      bar={
        may('enterMoney') && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={works.add} href="/works/new" />
          </BottomBar>
        )
      }
    >
      {all.length === 0 ? (
        <Empty title={works.none} text={works.noneText} />
      ) : (
        <Rows label={works.title}>
          {all.map((one) => (
            <WorksRow key={one.works.id} view={one} />
          ))}
        </Rows>
      )}
    </Screen>
  )
}

function WorksRow({ view }: { view: WorksView }) {
  const { works } = useWords()
  const { number } = useFormats()
  const { works: one, state, where, homes } = view
  const picture = one.after.at(-1) ?? one.before[0]
  const sum =
    one.cost === undefined
      ? one.budget === undefined
        ? undefined
        : works.budgetIs(yuanText(one.budget))
      : works.cost(yuanText(one.cost))
  const sub = [where, homes > 0 ? works.homes(number(homes)) : undefined, sum].filter(Boolean).join('・')
  return (
    <Row
      href={`/works/${one.id}`}
      lead={picture && <Photo hash={picture} alt="" look="small" />}
      title={one.label}
      sub={
        <>
          <Tag label={works.state[state]} tone={state === 'accepted' ? 'done' : 'soft'} /> {sub}
        </>
      }
    />
  )
}
