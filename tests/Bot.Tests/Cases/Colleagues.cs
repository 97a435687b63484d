using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>A directory of the colleagues a test puts into it.</summary>
public sealed class Colleagues(params Colleague[] colleagues) : IStaffDirectory
{
    public ValueTask<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Colleague>>(colleagues);

    public ValueTask<Colleague?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(colleagues.FirstOrDefault(one => one.Actor.Who.Id == id));
}
