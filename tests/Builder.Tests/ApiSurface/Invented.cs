using Microsoft.Bot.Builder;

namespace ReportBot.Builder.Tests.ApiSurface;

/// <summary>Types that differ from the official ones, to see that a difference is noticed.</summary>
internal static class Invented
{
    internal interface IBot
    {
        Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken);
    }

    internal sealed class ResourceResponse
    {
        public string? Id { get; set; }

        public string? Name { get; set; }
    }

    internal static class InputHints
    {
        public const string AcceptingInput = "accepting";
    }

    internal static class Unheard;
}
