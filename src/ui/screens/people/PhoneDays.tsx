import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { keepPhoneDays } from '#commands/phoneDays.ts'
import { PHONE_DAYS, type Settings, settingsId } from '#domain/settings.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useKeeps } from '#ui/screens/plan/useKeeps.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** `/people/phones`: for how many days a phone without a network opens names. */
export function PhoneDays() {
  const { common, people } = useWords()
  const words = people.phones
  const { ctx } = useApp()
  const { setUp } = useKeeps()
  const toast = useToast()
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const [chosen, choose] = useState<number>()
  const days = chosen ?? settings?.phoneDays ?? PHONE_DAYS.usual
  const save = async () => {
    if (!settings) return
    const done = await keepPhoneDays(ctx, settings, days)
    if (!done.ok && done.refused !== 'nothingToDo')
      return toast({ text: common.refused[done.refused], icon: Warning })
    toast({ text: words.saved(days) })
  }
  return (
    <Screen
      title={words.title}
      back="/people"
      bar={
        setUp &&
        settings && (
          <BottomBar>
            <Key look="primary" wide icon={CheckMark} label={words.save} onPress={() => void save()} />
          </BottomBar>
        )
      }
    >
      {setUp && settings ? (
        <div class="stack-wide">
          <p>{words.text}</p>
          <Stepper
            label={words.days}
            unit={words.unit}
            less={words.less}
            more={words.more}
            min={PHONE_DAYS.least}
            max={PHONE_DAYS.most}
            value={days}
            onChange={choose}
          />
        </div>
      ) : (
        <Empty title={words.notYours} />
      )}
    </Screen>
  )
}
