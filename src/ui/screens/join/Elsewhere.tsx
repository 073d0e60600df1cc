import Copy from '~icons/lucide/copy'
import { useState } from 'preact/hooks'
import { copyText } from '#device/clipboard.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'
import { Code } from './Code.tsx'
import { Entry } from './Entry.tsx'
import { PhonePicture } from '#ui/screens/install/PhonePicture.tsx'

const PICTURES = ['menuTop', 'pick', 'home'] as const

/** Inside WeChat or another app: nothing is looked at or used up here, only the way out is shown. */
export function Elsewhere({ code }: { code: string | undefined }) {
  const words = useWords().join.elsewhere
  const { browser } = useEntrance()
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => setCopied(await copyText(location.href))
  const ios = browser.system === 'ios'
  const steps = ios ? words.stepsIos : words.steps
  return (
    <Entry
      title={words.title}
      bar={<Key look="primary" icon={Copy} label={words.copy} onPress={() => void copy()} />}
    >
      <p>{words.text}</p>
      <ol class="pictures">
        {steps.map((step, index) => (
          <li key={index}>
            <PhonePicture shows={PICTURES[index] ?? 'home'} row={ios ? words.rowIos : words.row} />
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p role="status" class="entry-said">
        {copied !== undefined && (copied ? words.copied : words.notCopied)}
      </p>
      {code && <Code code={code} label={words.code} />}
      <p class="caption">{words.unused}</p>
    </Entry>
  )
}
