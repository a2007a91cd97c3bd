import back from 'lucide-static/icons/arrow-left.svg?raw'
import alarm from 'lucide-static/icons/bell-ring.svg?raw'
import lots from 'lucide-static/icons/boxes.svg?raw'
import device from 'lucide-static/icons/cable.svg?raw'
import gate from 'lucide-static/icons/clipboard-check.svg?raw'
import run from 'lucide-static/icons/factory.svg?raw'
import pin from 'lucide-static/icons/key-round.svg?raw'
import board from 'lucide-static/icons/layout-grid.svg?raw'
import hold from 'lucide-static/icons/octagon-pause.svg?raw'
import receive from 'lucide-static/icons/package-check.svg?raw'
import output from 'lucide-static/icons/package-plus.svg?raw'
import sync from 'lucide-static/icons/refresh-cw.svg?raw'
import scan from 'lucide-static/icons/scan-barcode.svg?raw'
import help from 'lucide-static/icons/siren.svg?raw'
import check from 'lucide-static/icons/tablet-smartphone.svg?raw'
import label from 'lucide-static/icons/tag.svg?raw'
import temperature from 'lucide-static/icons/thermometer.svg?raw'
import dispatch from 'lucide-static/icons/truck.svg?raw'
import undo from 'lucide-static/icons/undo-2.svg?raw'
import shift from 'lucide-static/icons/users.svg?raw'

const ICONS = {
  alarm,
  back,
  board,
  check,
  device,
  dispatch,
  gate,
  help,
  hold,
  label,
  lots,
  output,
  pin,
  receive,
  run,
  scan,
  shift,
  sync,
  temperature,
  undo,
}
export type IconName = keyof typeof ICONS

/** A drawing beside a word; alone it says nothing, so a reader skips it. Source: Lucide, ISC. */
export function Icon({ name }: { name: IconName }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: ICONS[name] }} />
}
