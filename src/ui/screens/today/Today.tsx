import { useApp } from '#ui/state/app.ts'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'

export function Today() {
  const words = useWords()
  const { person } = useApp()
  return (
    <Screen tab="today" big title={words.today.greet(person.name, words.today.greeting.afternoon)}>
      <p />
    </Screen>
  )
}
