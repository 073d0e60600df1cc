import AddHouse from '~icons/lucide/house-plus'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { addHome, newHome } from '#commands/newHome.ts'
import { readDoor } from '#domain/doorKey.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** 加一户: a whole door that was sought and is not there can be entered; it opens at once, to write down who lives there. */
export function AddHome({ text }: { text: string }) {
  const { doors: words, common } = useWords()
  const { ctx } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  const [home] = (['compound', 'building'] as const).flatMap((within) => {
    const parts = readDoor(text, within)
    const meant = parts.ok ? newHome(ctx, parts.value) : undefined
    return meant?.ok ? [meant.value] : []
  })
  if (!home) return <p class="caption">{words.addHomeHow}</p>
  const add = async () => {
    const done = await addHome(ctx, home)
    if (done.ok) route(`/doors/home/${home.id}`)
    else toast({ text: common.refused[done.refused], icon: Warning })
  }
  const [building, unit] = home.key.split('-')
  return (
    <Key
      look="quiet"
      icon={AddHouse}
      label={words.addHome(`${building}-${unit}-${home.label}`)}
      onPress={() => void add()}
    />
  )
}
