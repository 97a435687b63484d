using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Cases;

public sealed partial record CaseStanding
{
    private sealed partial class Fold
    {
        // What is said of somebody who works here is kept from the usual team, and so from whoever of it has the case.
        private void Take(Involved person)
        {
            if (!person.IsOurs || _queue is Queue.StaffConduct)
                return;
            _queue = Queue.StaffConduct;
            Drop();
        }
    }
}
