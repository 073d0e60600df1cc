import Megaphone from '~icons/lucide/megaphone'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useMemo, useState } from 'preact/hooks'
import { correctPage, declinePage, joinPage, publishPage, revisePage } from '#commands/publications.ts'
import type { Context, Done } from '#commands/context.ts'
import { same } from '#domain/merge.ts'
import { type Content, picturesOf, type Publication } from '#domain/wall/publication.ts'
import { likenessesIn } from '#domain/wall/likeness.ts'
import { tellingInPage } from '#domain/wall/publicText.ts'
import { frontOf, hangingBeside, knownTo } from '#queries/publications.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useWords } from '#ui/words.ts'
import { EditWords } from './EditWords.tsx'
import { LookAt } from './LookAt.tsx'
import { contentOf, filledOf, unlooked, withPicture } from './pageWords.ts'
import { PageShown } from './PageShown.tsx'
import { Likenesses } from './Likenesses.tsx'
import { useReached } from './useReached.ts'
import { Versions } from './Versions.tsx'
import { WithReason } from './WithReason.tsx'

/** What is being put right; kept at every touch, for the telephone rings in between. */
interface Working {
  readonly content: Content
  /** Pictures of which somebody said that nothing is to be seen. */
  readonly clean: readonly string[]
  readonly reason: string
  readonly oldDown: boolean
  /** Words that look like a name or a door, and of which somebody said that they are none. */
  readonly none?: readonly string[]
}

interface PreviewProps {
  page: Publication
  /** What it begins with: what was proposed, or what hangs. */
  content: Content
  publishes: boolean
  /** Another version of what hangs; without it the first. */
  onDone?: () => void
}

/** The page exactly as residents will see it, the words to be put right, the pictures to be looked at, and the key that hangs it. */
export function Preview({ page, content: begun, publishes, onDone }: PreviewProps) {
  const { wall } = useWords()
  const words = wall.page
  // Whose names stand on it is asked of the roster.
  const notAll = useNotAll()
  const reached = useReached()
  const { route } = useLocation()
  const { reader } = useReader()
  const doing = useDoing()
  const start: Working = { content: begun, clean: [], reason: page.why ?? '', oldDown: false }
  const draft = useDraft<Working>('wall.page', `${page.id} ${page.versions.length}`, start)
  const { value } = draft
  const { content } = value
  const [editing, setEditing] = useState(false)
  const [seek, setSeek] = useState<{ readonly words: string }>()
  const [back, setBack] = useState(false)
  const beside = onDone ? frontOf(reader, page) : hangingBeside(reader, page)
  const next = onDone !== undefined || beside !== undefined
  const telling = tellingInPage(content)
  const known = useMemo(() => knownTo(reader), [reader])
  const none = value.none ?? []
  const alike = likenessesIn(content, known).filter((one) => !none.includes(one.words))
  const pictures = picturesOf(content)
  const wrong = (text: string) =>
    [...telling, ...(seek ? [seek] : [])].some((one) => text.includes(one.words))
  const change = (part: Partial<Working>) => draft.set({ ...value, ...part })

  const why =
    telling.length > 0
      ? words.wordsFirst
      : publishes && notAll
        ? notAll
        : publishes && alike.length > 0
          ? words.answerFirst
          : publishes && unlooked(content, value.clean).length > 0
            ? words.lookFirst
            : next && publishes && value.reason.trim() === ''
              ? words.reasonFirst
              : undefined
  const finish = async (run: (ctx: Context) => Promise<Done>, text: string) => {
    if (!(await doing.run(() => run(draft.ctx), { text }))) return
    await draft.drop()
    if (onDone && !beside) onDone()
    else route(beside ? `/wall/${beside.id}` : '/wall', true)
  }
  const hung = reached ? words.published : words.publishedHere
  const hang = () => {
    if (onDone && !beside)
      return finish((ctx) => correctPage(ctx, page, content, value.reason, value.oldDown), hung)
    if (!beside) return finish((ctx) => publishPage(ctx, page, content), hung)
    return finish((ctx) => joinPage(ctx, page, beside, value), hung)
  }
  const unchanged = same(page.proposed, content) && !page.declined

  return (
    <Screen
      title={wall.section[page.section]}
      sub={words.as}
      back={onDone ?? '/wall'}
      bar={
        <BottomBar>
          {publishes && !onDone && <Key look="quiet" label={words.decline} onPress={() => setBack(true)} />}
          {publishes ? (
            <Key
              look="primary"
              icon={Megaphone}
              label={next ? words.replace : pictures.length > 0 ? words.publishLooked : words.publish}
              why={why}
              busy={doing.busy}
              busyLabel={wall.blur.busy}
              onPress={() => void hang()}
            />
          ) : (
            <Key
              look="primary"
              icon={Megaphone}
              label={words.propose}
              why={why ?? (unchanged ? words.waits : undefined)}
              busy={doing.busy}
              busyLabel={wall.blur.busy}
              onPress={() => void finish((ctx) => revisePage(ctx, page, content), words.proposed)}
            />
          )}
        </BottomBar>
      }
    >
      <div class="stack-wide">
        {page.declined && <Panel tone="alert" icon={Warning} title={wall.backWhy(page.declined.reason)} />}
        {beside && <Panel title={words.nextOf(beside.versions.length)} text={words.nextOfText} />}
        {telling.length > 0 && (
          <Panel tone="alert" icon={Warning} title={wall.telling.title} text={wall.telling.text}>
            <ul class="wall-telling">
              {telling.map((one) => (
                <li key={`${one.what} ${one.words}`}>
                  {wall.telling[one.what]}：<b>{one.words}</b>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {alike.length > 0 && (
          <Likenesses
            alike={alike}
            onChange={(one) => {
              setEditing(true)
              setSeek({ words: one.words })
            }}
            onNone={(one) => change({ none: [...none, one.words] })}
          />
        )}
        <PageShown content={content} />
        {editing || telling.length > 0 ? (
          <EditWords
            value={filledOf(content)}
            wrong={wrong}
            seek={seek}
            onChange={(filled) => change({ content: contentOf(content, filled) })}
          />
        ) : (
          <Key look="quiet" label={words.edit} onPress={() => setEditing(true)} />
        )}
        <LookAt
          pictures={pictures}
          clean={value.clean}
          receipts={page.section === 'accounts'}
          onClean={(hash, is) =>
            change({ clean: is ? [...value.clean, hash] : value.clean.filter((one) => one !== hash) })
          }
          onCovered={(was, now) => change({ content: withPicture(content, was, now) })}
        />
        {publishes && next && (
          <section class="stack">
            <Field
              label={words.reason}
              value={value.reason}
              placeholder={words.correctHint}
              maxLength={200}
              onDraft={(reason) => change({ reason })}
            />
            <Segmented
              label={words.oldLabel}
              shown
              look="answer"
              value={value.oldDown ? 'down' : 'stays'}
              options={[
                { value: 'stays', label: words.oldStays },
                { value: 'down', label: words.oldDown },
              ]}
              onChange={(is) => change({ oldDown: is === 'down' })}
            />
          </section>
        )}
        <Versions page={page} />
      </div>
      {back && (
        <WithReason
          title={words.declineTitle}
          hint={words.declineHint}
          go={words.decline}
          onClose={() => setBack(false)}
          onGo={(reason) => {
            setBack(false)
            void finish((ctx) => declinePage(ctx, page, reason), words.declined)
          }}
        />
      )}
    </Screen>
  )
}
