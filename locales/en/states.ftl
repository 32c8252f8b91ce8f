# Words for case states, outcomes, channels and roles.
state-submitted = Submitted
state-accepted = Accepted
state-in_progress = In progress
state-waiting_for_client = Waiting for your answer
state-decided = Decided
state-delivered = Result delivered
state-closed = Closed
state-withdrawn = Withdrawn

outcome-granted = Granted
outcome-refused = Refused
outcome-partly = Partly granted

channel-electronic = Electronically
channel-phone = By phone
channel-post = By post
channel-centre = At a unified state and municipal customer service centre
channel-institution = In person at the institution
channel-not-told = channel not stated

role-anonymous = Visitor
role-client = Client
role-specialist = Specialist
role-officer = Officer
role-contact_person = Contact person
role-institution_administrator = Institution administrator
role-auditor = Auditor
role-platform_administrator = Platform administrator
role-api_client = Institution's system
role-engine = Automatically
