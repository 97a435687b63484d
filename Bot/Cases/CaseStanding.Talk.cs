using ReportBot.Bot.Handoff;
using ReportBot.Dialogs.Person;

namespace ReportBot.Bot.Cases;

public sealed partial record CaseStanding
{
    // Whoever has a case and is in a conversation with its person is reaching them: the clock does not take the case out of their hands
    // meanwhile, nor before they have had time to write down what was said, which is as long as they might have been silent. A promise
    // that falls due is missed all the same: only a recorded contact keeps it.
    private sealed partial class Fold
    {
        private readonly Dictionary<Guid, PersonJoined> _talks = [];
        private readonly Dictionary<Guid, DateTimeOffset> _keepsUntil = [];

        private void Talk(CaseEvent happened)
        {
            switch (happened)
            {
                case PersonJoined joined: _talks[joined.Report] = joined; break;
                // Silent for that long already.
                case PersonLeft { Why: TalkEnd.Idle } left: _talks.Remove(left.Report); break;
                case PersonLeft left: EndTalk(left.Report, left.At); break;
                case WentOnAlone alone: EndTalk(alone.Report, alone.At); break;
            }
        }

        private void EndTalk(Guid report, DateTimeOffset at)
        {
            if (_talks.Remove(report, out var joined) && joined.By is { } by)
                _keepsUntil[by.Id] = at + joined.IdleAfter;
        }

        private DateTimeOffset? ReturnsAt(DateTimeOffset due)
        {
            if (_holder is not { } holder || _talks.Values.Any(joined => joined.By?.Id == holder.Id))
                return null;
            var planned = _returnAt ?? due;
            return _keepsUntil.TryGetValue(holder.Id, out var kept) && kept > planned ? kept : planned;
        }
    }
}
