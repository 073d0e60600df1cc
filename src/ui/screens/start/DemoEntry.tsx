import { Entry } from '#ui/screens/join/Entry.tsx'
import { useWords } from '#ui/words.ts'
import { DemoRoles } from './DemoRoles.tsx'

/** The way into a demonstration: nobody needs an invitation. */
export function DemoEntry() {
  const { common, demo } = useWords()
  return (
    <Entry title={demo.title}>
      <p class="demo-sign">{common.demo}</p>
      <div>
        <p class="entry-lead">{demo.lead}</p>
        <p>{demo.about}</p>
      </div>
      <DemoRoles />
    </Entry>
  )
}
