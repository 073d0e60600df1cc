import './voice.css'
import CheckMark from '~icons/lucide/check'
import { tellReporter } from '#commands/feedback.ts'
import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import type { FeedbackDetail, Heard } from '#queries/feedbackDetail.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { headlineOf } from '#ui/headline.ts'
import { useMay } from './may.ts'
import { VoiceKey } from './VoiceKey.tsx'

/** Everybody who said it, with who heard them: each is told by whoever heard them, and each can be taken out again. */
export function HeardPanel({ detail }: { detail: FeedbackDetail }) {
  const { heard: words } = useWords().voices
  if (detail.heard.length < 2) return null
  const decided = detail.facts.handledAt !== undefined || (!detail.order && detail.disposition !== undefined)
  return (
    <section class="step">
      <Heading title={words.title(detail.heard.length)} />
      <Card>
        <ol class="same">
          {detail.heard.map((one) => (
            <li key={one.record.id} class="same-one">
              <OneVoice one={one} toTell={decided} own={one.record.id === detail.id} />
            </li>
          ))}
        </ol>
      </Card>
    </section>
  )
}

function OneVoice({ one, toTell, own }: { one: Heard; toTell: boolean; own: boolean }) {
  const { feedback, voices, danger, common } = useWords()
  const words = voices.heard
  const { ctx } = useApp()
  const formats = useFormats()
  const now = useNow()
  const act = useAct()
  const toast = useToast()
  const { record } = one
  const mayTell = useMay('recordFeedback', record)
  const mayPart = useMay('editFeedback', record)
  const name = one.name ?? feedback.detail.asker
  const part = async () => {
    const to = record.duplicateOf
    const done = await unlinkDuplicate(ctx, record.id)
    if (!done.ok) return toast({ text: common.refused[done.refused] })
    toast({
      text: voices.same.parted,
      ...(to !== undefined && {
        undo: {
          label: common.undo,
          onPress: () => void act(linkDuplicate(ctx, record.id, to), voices.same.merged),
        },
      }),
    })
  }
  return (
    <>
      <p class="same-text">
        <Phrase
          text={headlineOf(
            {
              text: record.text,
              dangers: record.danger ? [record.danger] : [],
              category: record.category,
              ...(record.voice && { voice: record.voice.seconds }),
            },
            { feedback, danger, voices },
          )}
        />
      </p>
      <p class="caption">
        {[
          one.where,
          one.name ?? words.someone,
          formats.moment(record.heardAt, now),
          one.online ? words.online : one.by && words.by(one.by),
        ]
          .filter(Boolean)
          .join('・')}
      </p>
      {/* The first one's own sound stands at the top of the screen. */}
      {record.voice && !own && <VoiceKey voice={record.voice} />}
      <div class="heard-keys">
        {one.told ? (
          <Tag tone="done" icon={CheckMark} label={words.told} />
        ) : toTell && mayTell ? (
          <Key
            icon={CheckMark}
            label={feedback.detail.told(name)}
            onPress={() =>
              void act(
                tellReporter(ctx, record.id, record.told !== undefined),
                feedback.detail.toldSaid(name),
              )
            }
          />
        ) : (
          toTell && <Tag label={words.untold} />
        )}
        {one.linked && mayPart && <Key look="quiet" label={voices.same.apart} onPress={() => void part()} />}
      </div>
    </>
  )
}
