using System.Text;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Services;
using ReportBot.Knowledge.Tests.Calendar;

namespace ReportBot.Knowledge.Tests.Services;

public sealed class ServiceDirectoryTests
{
    private static readonly ServiceDirectory Directory = ServiceDirectory.Embedded;

    // Appendix A, line by line: heading, name, label, number, hours, site.
    public static TheoryData<string, string, string, string, string?, string?, string> AppendixA => new()
    {
        { "monitoring-group", "Support for race-based hate crime", "The Monitoring Group", PartnerLabel.NationalAffiliate, null, null, "www.tmg-uk.org" },
        { "friends-families-travellers", "Support for race-based hate crime", "Friends, Families and Travellers", PartnerLabel.NationalAffiliate, null, null, "www.gypsy-traveller.org" },
        { "community-security-trust", "Support for race-based hate crime", "Community Security Trust", PartnerLabel.NationalAffiliate, "0800 032 3263", "24 hours a day", "www.cst.org.uk" },
        { "tell-mama", "Support for race-based hate crime", "Tell MAMA (Measuring Anti-Muslim Attacks)", PartnerLabel.NationalAffiliate, null, null, "www.tellmamauk.org" },
        { "faith-matters", "Support for faith-based hate crime", "Faith Matters", PartnerLabel.NationalAffiliate, null, null, "www.faith-matters.org" },
        { "disability-rights-uk", "Support for disability-related hate crime", "Disability Rights UK", PartnerLabel.NationalAffiliate, null, null, "www.disabilityrightsuk.org" },
        { "mencap", "Support for disability-related hate crime", "Mencap", PartnerLabel.NationalAffiliate, "0808 808 1111", "Monday to Friday, 10am to 3pm", "www.mencap.org.uk" },
        { "inspire-community-trust", "Support for disability-related hate crime", "Inspire Community Trust (Kent and Medway)", PartnerLabel.LocalTrustedOrganisation, null, null, "www.inspirecommunitytrust.org" },
        { "galop", "Support for LGBTQIA+ communities", "Galop", PartnerLabel.NationalAffiliate, "0800 999 5428", "Monday to Friday, 10am to 5pm", "www.galop.org.uk" },
        { "stonewall", "Support for LGBTQIA+ communities", "Stonewall", PartnerLabel.NationalAffiliate, "08000 502020", null, "www.stonewall.org.uk/help-advice/hate-crime" },
        { "metro-charity", "Support for LGBTQIA+ communities", "METRO Charity (Kent and Medway)", PartnerLabel.LocalTrustedOrganisation, null, null, "www.metrocharity.org.uk" },
        { "stop-hate-uk", "General support for all victims of hate crime", "Stop Hate UK", PartnerLabel.NationalAffiliate, null, null, "www.stophateuk.org" },
        { "true-vision", "General support for all victims of hate crime", "True Vision", PartnerLabel.NationalAffiliate, null, null, "www.report-it.org.uk" },
        { "victim-support", "General support for all victims of hate crime", "Victim Support", PartnerLabel.NationalAffiliate, null, "24 hours a day", "www.victimsupport.org.uk" },
        { "victim-support-kent", "General support for all victims of hate crime", "Victim Support Kent", PartnerLabel.LocalTrustedOrganisation, null, null, "www.victimsupport.org.uk/help-and-support/get-help/support-near-you/southeast/kent" },
        { "citizens-advice", "General support for all victims of hate crime", "Citizens Advice", PartnerLabel.LocalTrustedOrganisation, null, null, "www.citizensadvice.org.uk" },
        { "kent-equality-cohesion-council", "General support for all victims of hate crime", "Kent Equality Cohesion Council (KECC)", PartnerLabel.LocalTrustedOrganisation, null, null, "www.kentaccord.org.uk" },
        { "medway-diversity-forum", "General support for all victims of hate crime", "Medway Diversity Forum", PartnerLabel.LocalTrustedOrganisation, null, null, "www.medwaydiversityforum.co.uk" },
    };

    [Theory]
    [MemberData(nameof(AppendixA))]
    public void Holds_the_facts_of_Appendix_A(string id, string heading, string name, string partner, string? phone, string? hours, string site)
    {
        var service = Directory.Find(id);

        Assert.NotNull(service);
        Assert.Equal(
            (heading, name, partner, phone, hours, site),
            (service.Heading, service.FullName, service.Partner, service.Phone, service.Hours.Words, service.Site));
        Assert.Equal($"https://{site}", service.Link.AbsoluteUri.TrimEnd('/'));
        Assert.Equal($"Hate Crime Policy, Appendix A, {heading}", service.Source);
        Assert.Null(service.LastChecked);
    }

    [Fact]
    public void Holds_all_of_it_in_its_order() =>
        Assert.Equal(AppendixA.Select(row => row[0]), Directory.All.Select(service => (object)service.Id));

    [Theory]
    [InlineData("community-security-trust", "tel:+448000323263")]
    [InlineData("mencap", "tel:+448088081111")]
    [InlineData("galop", "tel:+448009995428")]
    [InlineData("stonewall", "tel:+448000502020")]
    [InlineData("victim-support", null)]
    public void Makes_numbers_that_dial(string id, string? link) => Assert.Equal(link, Directory.Find(id)!.PhoneLink);

    [Fact]
    public void Knows_no_service_by_another_id() => Assert.Null(Directory.Find("samaritans"));

    [Theory]
    [InlineData(Characteristic.Race)]
    [InlineData(Characteristic.Religion)]
    [InlineData(Characteristic.Disability)]
    [InlineData(Characteristic.Sex)]
    [InlineData(Characteristic.SomethingElse)]
    [InlineData(null)]
    public void Finds_the_Community_Security_Trust_for_antisemitism_whatever_was_chosen(Characteristic? chosen)
    {
        var needs = new ServiceNeeds { Perceived = chosen is { } one ? [one] : [], Groups = [ServiceGroup.Antisemitic] };

        Assert.Equal("community-security-trust", Directory.Match(needs)[0].Id);
    }

    [Theory]
    [InlineData(Characteristic.Sex)]
    [InlineData(Characteristic.SomethingElse)]
    [InlineData(null)]
    public void Finds_the_general_services_when_no_strand_has_its_own(Characteristic? chosen)
    {
        var found = Directory.Match(new ServiceNeeds { Perceived = chosen is { } one ? [one] : [] });

        Assert.Equal(
            ["stop-hate-uk", "true-vision", "victim-support", "victim-support-kent", "citizens-advice", "kent-equality-cohesion-council"],
            found.Select(service => service.Id));
    }

    [Theory]
    [InlineData(Characteristic.Race, null, "monitoring-group, friends-families-travellers, community-security-trust, tell-mama")]
    [InlineData(Characteristic.Race, ServiceGroup.GypsyRomaTraveller, "friends-families-travellers, monitoring-group")]
    [InlineData(Characteristic.Religion, null, "faith-matters, community-security-trust, tell-mama")]
    [InlineData(Characteristic.Religion, ServiceGroup.AntiMuslim, "tell-mama, faith-matters")]
    [InlineData(Characteristic.Religion, ServiceGroup.OtherFaith, "faith-matters")]
    [InlineData(Characteristic.Disability, null, "disability-rights-uk, inspire-community-trust, mencap")]
    [InlineData(Characteristic.Disability, ServiceGroup.LearningDisability, "mencap, disability-rights-uk, inspire-community-trust")]
    [InlineData(Characteristic.Disability, ServiceGroup.Autism, "disability-rights-uk, inspire-community-trust")]
    [InlineData(Characteristic.SexualOrientation, null, "galop, stonewall, metro-charity")]
    [InlineData(Characteristic.Transgender, null, "galop, stonewall, metro-charity")]
    public void Puts_what_is_for_the_person_first(Characteristic chosen, string? group, string first)
    {
        var found = Directory.Match(new ServiceNeeds { Perceived = [chosen], Groups = group is null ? [] : [group] });

        Assert.Equal(first, string.Join(", ", found.TakeWhile(service => !service.IsGeneral).Select(service => service.Id)));
    }

    [Fact]
    public void Takes_several_strands_in_turn()
    {
        var found = Directory.Match(new ServiceNeeds { Perceived = [Characteristic.Transgender, Characteristic.Disability, Characteristic.Race] });

        Assert.Equal(["monitoring-group", "disability-rights-uk", "galop"], found.Take(3).Select(service => service.Id));
    }

    public static TheoryData<Area?> AnyArea => [null, Area.Kent, Area.Medway, Area.Sevenoaks, Area.Swanley, Area.Elsewhere];

    [Theory]
    [MemberData(nameof(AnyArea))]
    public void Puts_the_general_services_last_and_nothing_twice_whatever_is_chosen(Area? area)
    {
        for (var chosen = 0; chosen < 128; chosen++)
        {
            var perceived = Enum.GetValues<Characteristic>().Where(one => (chosen >> (int)one & 1) == 1);
            foreach (string[] groups in new[] { [], new[] { ServiceGroup.Antisemitic }, [ServiceGroup.Autism, ServiceGroup.AntiMuslim] })
            {
                var found = Directory.Match(new ServiceNeeds { Perceived = [.. perceived], Groups = [.. groups], Area = area });

                Assert.Equal(found.OrderBy(service => service.IsGeneral).Select(service => service.Id), found.Select(service => service.Id));
                Assert.Equal(found.Length, found.Distinct().Count());
                Assert.Contains(found, service => service.Id == "victim-support");
            }
        }
    }

    [Theory]
    [InlineData(Area.Kent, "victim-support-kent, kent-equality-cohesion-council")]
    [InlineData(Area.Sevenoaks, "victim-support-kent, citizens-advice, kent-equality-cohesion-council")]
    [InlineData(Area.Medway, "victim-support-kent, citizens-advice, kent-equality-cohesion-council, medway-diversity-forum")]
    [InlineData(Area.Swanley, "victim-support-kent, citizens-advice, kent-equality-cohesion-council")]
    public void Brings_the_local_services_forward(Area area, string first)
    {
        var found = Directory.Match(new ServiceNeeds { Area = area });

        Assert.Equal(first, string.Join(", ", found.TakeWhile(service => service.IsLocalTo(area)).Select(service => service.Id)));
    }

    [Fact]
    public void Leaves_out_what_does_not_work_where_the_person_lives()
    {
        var found = Directory.Match(new ServiceNeeds { Perceived = [Characteristic.Disability, Characteristic.Transgender], Area = Area.Elsewhere });

        Assert.Equal(
            ["disability-rights-uk", "galop", "mencap", "stonewall", "stop-hate-uk", "true-vision", "victim-support", "citizens-advice"],
            found.Select(service => service.Id));
    }

    [Theory]
    [InlineData(Characteristic.SexualOrientation, ServiceOffer.Counselling, "metro-charity")]
    [InlineData(Characteristic.Transgender, ServiceOffer.DomesticAbuse, "galop")]
    [InlineData(Characteristic.Sex, ServiceOffer.Housing, "citizens-advice")]
    [InlineData(Characteristic.Sex, ServiceOffer.Witness, "stop-hate-uk")]
    public void Brings_forward_what_the_person_needs(Characteristic chosen, string wanted, string first) =>
        Assert.Equal(first, Directory.Match(new ServiceNeeds { Perceived = [chosen], Wanted = [wanted] })[0].Id);

    [Theory]
    [InlineData("They drew a swastika by our mezuzah.", ServiceGroup.Antisemitic)]
    [InlineData("She pulled at my hijab on the stairs", ServiceGroup.AntiMuslim)]
    [InlineData("He said Travellers should be moved on", ServiceGroup.GypsyRomaTraveller)]
    [InlineData("my son has Down's syndrome", ServiceGroup.LearningDisability)]
    [InlineData("my daughter is autistic", ServiceGroup.Autism)]
    [InlineData("someone threw my turban in the bin", ServiceGroup.OtherFaith)]
    public void Reads_the_group_from_the_account(string account, string group) =>
        Assert.Equal(group, string.Join(", ", Directory.Groups.GroupsIn(account)));

    [Theory]
    [InlineData("Nothing of the kind was said")]
    [InlineData("It's not because I'm Jewish")]
    [InlineData("")]
    public void Reads_no_group_where_there_is_none(string account) => Assert.Empty(Directory.Groups.GroupsIn(account));

    [Theory]
    [InlineData("ME4 4AA", Area.Medway)]
    [InlineData("br8 7aa", Area.Swanley)]
    [InlineData("TN13 1AA", Area.Sevenoaks)]
    [InlineData("CT11 9AA", Area.Kent)]
    [InlineData("SW1A 1AA", null)]
    public void Knows_the_area_of_a_postcode(string typed, Area? area)
    {
        Assert.True(Postcode.TryParse(typed, out var postcode));
        Assert.Equal(area, Areas.Of(postcode));
    }

    [Theory]
    [InlineData("outside the shop in Chatham", Area.Medway)]
    [InlineData("Sevenoaks, Kent", Area.Sevenoaks)]
    [InlineData("somewhere in kent", Area.Kent)]
    [InlineData("by the sea", null)]
    public void Knows_the_area_of_a_place(string place, Area? area) => Assert.Equal(area, Areas.NamedIn(place));

    [Theory]
    [InlineData("\"id\": \"galop\"", "\"id\": \"mencap\"", "'mencap' has this id twice")]
    [InlineData("0800 999 5428", "999 5428", "'galop' has the number '999 5428'")]
    [InlineData("\"closes\": \"17:00\"", "\"closes\": \"5pm\"", "'galop' has the time '5pm'")]
    [InlineData("\"offers\": [\"advice\", \"domestic-abuse\"", "\"offers\": [\"advise\", \"domestic-abuse\"", "'galop' offers 'advise'")]
    [InlineData("\"site\": \"www.galop.org.uk\"", "\"site\": \"galop\"", "'galop' has the site 'galop'")]
    [InlineData("\"name\": \"Galop\"", "\"nmae\": \"Galop\"", "cannot be read")]
    public void Says_what_is_wrong_with_its_file(string right, string wrong, string problem)
    {
        var file = ReadEmbedded().Replace(right, wrong, StringComparison.Ordinal);

        var thrown = Assert.Throws<KnowledgeDataException>(() => ServiceDirectory.Read(new MemoryStream(Encoding.UTF8.GetBytes(file))));

        Assert.StartsWith("Services/services.json", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_corrected_copy()
    {
        var file = ReadEmbedded().Replace("\"site\": \"www.galop.org.uk\",", "\"site\": \"www.galop.org.uk\",\n\"lastChecked\": \"2026-11-20\",", StringComparison.Ordinal);

        var corrected = ServiceDirectory.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)));

        Assert.Equal(new DateOnly(2026, 11, 20), corrected.Find("galop")!.LastChecked);
    }

    [Fact]
    public void Tells_whether_a_helpline_is_open()
    {
        var galop = Directory.Find("galop")!.Hours;

        Assert.Equal("Opens Monday 10am", galop.StatusAt(ContactPromisesTests.London("2026-11-20T19:00")).Words);
        Assert.Equal("Open now, until 5pm", galop.StatusAt(ContactPromisesTests.London("2026-11-23T12:00")).Words);
    }

    internal static string ReadEmbedded()
    {
        using var reader = new StreamReader(typeof(ServiceDirectory).Assembly.GetManifestResourceStream("Services/services.json")!);
        return reader.ReadToEnd();
    }
}
