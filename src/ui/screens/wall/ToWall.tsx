import './wall.css'
import Check from '~icons/lucide/check'
import Megaphone from '~icons/lucide/megaphone'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { proposePage } from '#commands/publications.ts'
import { same } from '#domain/merge.ts'
import { type Content, hanging, type Section } from '#domain/wall/publication.ts'
import { hangingBeside } from '#queries/publications.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useWords } from '#ui/words.ts'

/** One thing that can go with the page: a receipt, or the two pictures of something that was put right. */
export interface Choice {
  readonly key: string
  readonly label: string
  readonly pictures: readonly string[]
  /** It hangs already, covered as it is: it goes along unless somebody takes it away. */
  readonly hangs?: true
}

interface ToWallProps {
  sub: string
  back: string
  section: Section
  /** `2024-03` */
  period: string
  /** What is chosen from, in words. */
  asks: { readonly title: string; readonly text: string; readonly none: string }
  choices: readonly Choice[]
  /** So many of them at the most. */
  most: number
  content: (chosen: readonly Choice[]) => Content
  said: string
}

interface Chosen {
  /** Undefined: nobody has touched it, what hangs goes along. */
  readonly keys?: readonly string[]
  readonly reason: string
}

/** Before a page goes to the desk: which pictures go with it, and where one hangs already, why there should be another version. */
export function ToWall(props: ToWallProps) {
  const { section, period, most } = props
  const choices = eachOnce(props.choices)
  const { wall, common } = useWords()
  const words = wall.choose
  const { route } = useLocation()
  const { reader } = useReader()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const draft = useDraft<Chosen>('wall.choose', `${section} ${period}`, { reason: '' })
  const { value } = draft
  const beside = hangingBeside(reader, { section, period })
  const now = beside && hanging(beside)
  const keys = value.keys ?? choices.filter((one) => one.hangs).map((one) => one.key)
  const chosen = choices.filter((one) => keys.includes(one.key))
  const content = props.content(chosen)
  const notAll = useNotAll()
  const why =
    notAll ??
    (chosen.length > most
      ? words.full(most)
      : now && same(now.content, content)
        ? words.same
        : now && value.reason.trim() === ''
          ? wall.page.reasonFirst
          : undefined)
  const send = async () => {
    if (busy) return
    setBusy(true)
    const done = await proposePage(draft.ctx, { section, period, content, reason: value.reason })
    setBusy(false)
    if (!done.ok) return toast({ text: common.refused[done.refused], icon: Warning })
    toast({ text: props.said })
    await draft.drop()
    route(`/wall/${done.value}`, true)
  }
  return (
    <Screen
      title={words.title}
      sub={props.sub}
      back={props.back}
      bar={
        <BottomBar>
          <Key
            look="primary"
            icon={Megaphone}
            label={now ? wall.page.correct : wall.page.propose}
            why={why}
            busy={busy}
            busyLabel={common.saving}
            onPress={() => void send()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        {now && <Panel title={wall.page.nextOf(now.n)} text={wall.page.nextOfText} />}
        {now && (
          <Field
            label={wall.page.reason}
            value={value.reason}
            placeholder={wall.page.correctHint}
            maxLength={200}
            onDraft={(reason) => draft.set({ ...value, reason })}
          />
        )}
        <section class="stack">
          <h2>{props.asks.title}</h2>
          <p>{choices.length > 0 ? props.asks.text : props.asks.none}</p>
          <div class="wall-choices">
            {choices.map((one) => (
              <Offered
                key={one.key}
                choice={one}
                taken={keys.includes(one.key)}
                why={chosen.length >= most && !keys.includes(one.key) ? words.full(most) : undefined}
                onTake={(is) =>
                  draft.set({
                    ...value,
                    keys: is ? [...keys, one.key] : keys.filter((key) => key !== one.key),
                  })
                }
              />
            ))}
          </div>
        </section>
      </div>
    </Screen>
  )
}

/** What hangs as it was taken is offered once, as what hangs. */
function eachOnce(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(
    (one, index) =>
      choices.findIndex((other) => other.pictures.every((hash) => one.pictures.includes(hash))) === index,
  )
}

function Offered({
  choice: { label, pictures, hangs },
  taken,
  why,
  onTake,
}: {
  choice: Choice
  taken: boolean
  why: string | undefined
  onTake: (is: boolean) => void
}) {
  const { wall } = useWords()
  const words = wall.choose
  const pair = pictures.length > 1 ? [wall.page.before, wall.page.after] : []
  return (
    <fieldset class="wall-choice">
      <legend>
        {label}
        {hangs && <span class="caption">・{words.already}</span>}
      </legend>
      <div class="wall-pair">
        {pictures.map((hash, index) => (
          <figure key={hash} class="wall-photo">
            <Photo hash={hash} alt={[label, pair[index]].filter(Boolean).join('・')} />
            {pair[index] && <figcaption class="wall-tag">{pair[index]}</figcaption>}
          </figure>
        ))}
      </div>
      <Key
        wide
        icon={taken ? Check : undefined}
        label={taken ? words.taken : words.take}
        pressed={taken}
        why={why}
        onPress={() => onTake(!taken)}
      />
    </fieldset>
  )
}
