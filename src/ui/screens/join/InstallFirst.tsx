import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { Steps } from '#ui/screens/install/Steps.tsx'
import { Code } from './Code.tsx'
import { Entry } from './Entry.tsx'

/** On iOS the installed app and Safari keep apart: what is joined in Safari is not in the app. */
export function InstallFirst({ code, onHere }: { code: string | undefined; onHere: () => void }) {
  const words = useWords().join.ios
  return (
    <Entry title={words.title} bar={<Key label={words.here} onPress={onHere} />}>
      <p>{words.text}</p>
      <Steps family="safari" />
      {code ? <Code code={code} label={words.code} /> : <p class="entry-lead">{words.noCode}</p>}
    </Entry>
  )
}
