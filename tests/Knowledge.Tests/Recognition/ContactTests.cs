using ReportBot.Knowledge.Recognition;

namespace ReportBot.Knowledge.Tests.Recognition;

public sealed class ContactTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 15, 20, 0, TimeSpan.Zero);

    private readonly Extractor _extractor = new();

    [Theory]
    [InlineData("Sam, 07700 900123", "Sam", "07700900123", null)]
    [InlineData("I'm Sam Jones", "Sam Jones", null, null)]
    [InlineData("my name is priya patel and my number is +44 7700 900 123", "priya patel", "07700900123", null)]
    [InlineData("sam.jones@example.co.uk", null, null, "sam.jones@example.co.uk")]
    [InlineData("Kwame Mensah 01732 555012 evenings only", "Kwame Mensah", "01732555012", null)]
    [InlineData("text only 07700-900-123 ask for Dave", "Dave", "07700900123", null)]
    [InlineData("Agnieszka, text is best", "Agnieszka", null, null)]
    public void Reads_names_numbers_and_addresses(string words, string? name, string? phone, string? email)
    {
        var contact = _extractor.Contact(words);

        Assert.NotNull(contact);
        Assert.Equal((name, phone, email, false), (contact.Name, contact.Phone, contact.Email, contact.Anonymous));
    }

    [Theory]
    [InlineData("I'm scared")]
    [InlineData("I am Polish")]
    [InlineData("I'd rather not say")]
    [InlineData("no")]
    public void Takes_no_feeling_or_identity_for_a_name(string words)
    {
        var contact = _extractor.Contact(words);

        Assert.Null(contact);
    }

    [Fact]
    public void Understands_that_someone_stays_anonymous()
    {
        var contact = _extractor.Contact("I want to stay anonymous please");

        Assert.True(contact?.Anonymous);
    }

    [Fact]
    public void Finds_postcodes_and_police_references_in_an_account()
    {
        var read = _extractor.Read("I live at me101ab. Police gave me crime number 46/12345/26.", Now);

        Assert.Equal("ME10 1AB", Assert.Single(read.Postcodes).Value);
        Assert.Equal("46/12345/26", read.PoliceReference?.Value);
        Assert.True(read.PoliceTold?.Value);
    }
}
