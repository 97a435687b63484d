namespace ReportBot.Bot.Site;

/// <summary>Reads the fields of a public page's own form. What no page of ours sends reads as a form with nothing in it, which every page can answer.</summary>
public static class PostedForm
{
    /// <summary>The fields; none when the body is another kind, is broken, or holds what no one can type.</summary>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType)
            return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
