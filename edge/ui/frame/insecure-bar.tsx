import { say } from './words.ts'

/** Why this tablet cannot work without the appliance yet, in one line on every screen: work goes on while the appliance answers. */
export function InsecureBar() {
  return (
    <p class="session-bar" data-tone="warn" role="status">
      <b>{say('insecure_title')}</b>
      <span>{say('insecure_bar')}</span>
      <a class="button" href="/enrol">
        {say('insecure_how')}
      </a>
    </p>
  )
}
