namespace ReportBot.Bot.Channels.Website;

/// <summary>What takes the fields of a posted form one by one, as they are read.</summary>
public interface IFormFields
{
    /// <summary>Takes one field.</summary>
    void Add(string name, string value);
}
