import { signal } from '@preact/signals'
import { render } from 'preact'
import { keptLook } from '../frame/look.ts'
import { GalleryPage } from './gallery-page.tsx'
import { type CardState, shownStates } from './shown-state.ts'

const files = import.meta.glob<readonly CardState[]>('../**/*.states.tsx', { eager: true, import: 'states' })
const asked = new URLSearchParams(location.search)
// What is looked at here is no setting of this tablet: nothing is remembered.
const storage = { getItem: (key: string) => (key === 'flowviz.theme' ? 'day' : null), setItem: () => undefined }
keptLook({ asked, storage, root: document.documentElement })

const hash = () => decodeURIComponent(location.hash.slice(1))
const chosen = signal(hash())
addEventListener('hashchange', () => {
  chosen.value = hash()
})

render(
  <GalleryPage states={shownStates(files)} chosen={chosen} asked={asked} report={error => console.error(error)} />,
  document.getElementById('gallery') as HTMLElement,
)
