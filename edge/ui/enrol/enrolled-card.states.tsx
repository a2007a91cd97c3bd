import { EnrolledCard } from './enrolled-card.tsx'

const nothing = () => undefined
const tablet = { title: 'Receiving 1', station: 'receiving-1', site_name: 'North Kitchen' }

export const states = [
  { name: 'tablet: set up just now', draw: () => <EnrolledCard tablet={tablet} isNew anew={nothing} /> },
  { name: 'tablet: set up', draw: () => <EnrolledCard tablet={tablet} isNew={false} anew={nothing} /> },
  {
    name: 'tablet: of no station',
    draw: () => <EnrolledCard tablet={{ ...tablet, station: null }} isNew={false} anew={nothing} />,
  },
]
