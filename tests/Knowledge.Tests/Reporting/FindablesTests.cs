using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Tests.Reporting;

public sealed class FindablesTests
{
    [Theory]
    [InlineData("o'brien", "Name OBRIEN")]
    [InlineData("  O’BRIEN ", "Name OBRIEN")]
    [InlineData("Mrs Nowák", "Name NOWAK")]
    [InlineData("o neill", "Name ONEILL")]
    [InlineData("NÍ BHRIAIN", "Name NI, Name BHRIAIN")]
    [InlineData("łukasz strauß", "Name LUKASZ, Name STRAUSS")]
    [InlineData("smith-jones", "Name SMITHJONES")]
    [InlineData("smith jones", "Name SMITH, Name JONES")]
    [InlineData("0044 7700 900123", "Phone 07700900123")]
    [InlineData("447700900123", "")]
    [InlineData("me101ab", "Postcode ME10 1AB")]
    [InlineData("tn13-1xy", "Postcode TN13 1XY")]
    [InlineData("12A", "HouseNumber 12A")]
    [InlineData("flat 7", "HouseNumber 7")]
    [InlineData("+44 (0)7700 900 123", "Phone 07700900123")]
    [InlineData("khan 12 ME10 1AB", "Postcode ME10 1AB, Name KHAN, HouseNumber 12")]
    [InlineData("07700 900123 khan", "Phone 07700900123, Name KHAN")]
    [InlineData("x", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_search_is_read_however_it_is_typed(string? typed, string expected)
    {
        Assert.Equal(expected, string.Join(", ", Findables.Read(typed).Select(one => $"{one.Kind} {one.Value}")));
    }

    [Fact]
    public void A_report_is_found_by_name_phone_postcode_and_house_number()
    {
        var told = new ReportDraft { Id = Guid.NewGuid(), StartedAt = default }
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, At = default, Contact = new ContactDetails { Name = "Amina O'Brien", Phone = "07700900123" } })
            .With(new Answer { Question = Question.Address, Kind = AnswerKind.Given, At = default, Words = "Flat 3, 12a Hazel Walk, Swanley BR8 7TT" })
            .With(new Answer { Question = Question.Where, Kind = AnswerKind.Given, At = default, Place = "outside no. 14" });

        Assert.Equal(
            ["Address BR8 7TT 12A 3", "HouseNumber 12A", "HouseNumber 14", "HouseNumber 3", "Name AMINA", "Name OBRIEN", "Person AMINA OBRIEN", "Phone 07700900123", "Postcode BR8 7TT"],
            Findables.Of(told).Select(one => $"{one.Kind} {one.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Gary O'Brien", "12a", "br87tt", "Address BR8 7TT 12A, Person GARY OBRIEN")]
    [InlineData("o’brien, gary", "Flat 3, 12a", "BR8 7TT", "Address BR8 7TT 12A 3, Person GARY OBRIEN")]
    [InlineData("Mr Gary", "12a", null, "")]
    [InlineData(null, null, "BR8 7TT", "")]
    public void Somebody_is_connected_by_a_whole_name_and_a_whole_address_only(string? name, string? house, string? postcode, string expected)
    {
        var found = Findables.OfPerson(name, phone: null, house, Postcode.TryParse(postcode, out var code) ? code : null);

        Assert.Equal(expected, string.Join(", ", found.Where(one => one.Kind is FindableKind.Address or FindableKind.Person).Select(one => $"{one.Kind} {one.Value}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void With_two_postcodes_no_number_is_taken_for_an_address()
    {
        var told = new ReportDraft { Id = Guid.NewGuid(), StartedAt = default }
            .With(new Answer { Question = Question.Address, Kind = AnswerKind.Given, At = default, Words = "12 Hazel Walk BR8 7TT, before that 9 Oak Road ME10 1AB" });

        Assert.DoesNotContain(Findables.Of(told), one => one.Kind is FindableKind.Address);
    }

    [Theory]
    [InlineData("Łukasz Wójcik", "WOJCIK")]
    [InlineData("Ann Smith-Jones", "SMITH")]
    [InlineData("Ann Smith-Jones", "SMITHJONES")]
    [InlineData("Máire O Neill", "ONEILL")]
    public void A_name_is_found_however_it_is_written(string told, string name)
    {
        var draft = new ReportDraft { Id = Guid.NewGuid(), StartedAt = default }
            .With(new Answer { Question = Question.Contact, Kind = AnswerKind.Given, At = default, Contact = new ContactDetails { Name = told } });

        Assert.Contains(new Findable(FindableKind.Name, name), Findables.Of(draft));
    }

    [Fact]
    public void Whatever_a_report_is_found_by_is_found_by_typing_it()
    {
        foreach (var one in new[] { new Findable(FindableKind.Name, "NOWAK"), new Findable(FindableKind.Postcode, "BR8 7TT"), new Findable(FindableKind.HouseNumber, "12A"), new Findable(FindableKind.Phone, "07700900123") })
            Assert.Equal([one], Findables.Read(one.Value).ToArray());
    }
}
