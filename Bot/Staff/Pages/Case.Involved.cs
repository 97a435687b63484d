using Microsoft.AspNetCore.Mvc;
using ReportBot.Bot.Cases;

namespace ReportBot.Bot.Staff.Pages;

public sealed partial class CaseModel
{
    /// <summary>What was filled in about somebody involved.</summary>
    [BindProperty]
    public InvolvedForm Person { get; set; } = new();

    /// <summary>Records somebody involved.</summary>
    public Task<IActionResult> OnPostAddPersonAsync() => DoAsync("added", command => commands.AddInvolvedAsync(command, Person.Fields(), HttpContext.RequestAborted));

    /// <summary>Changes what is recorded of somebody.</summary>
    public Task<IActionResult> OnPostChangePersonAsync() => DoAsync("changed", command => commands.ChangeInvolvedAsync(
        command, new InvolvedSeen(Person.Id, Person.Basis), Person.Fields(), Person.Reason, HttpContext.RequestAborted));

    /// <summary>Takes somebody out of the people involved.</summary>
    public Task<IActionResult> OnPostRemovePersonAsync() => DoAsync("removed", command => commands.RemoveInvolvedAsync(
        command, new InvolvedSeen(Person.Id, Person.Basis), Person.Reason, HttpContext.RequestAborted));

    /// <summary>The form about somebody involved, with what was typed where it was tried and refused.</summary>
    /// <param name="handler">What the form asks for.</param>
    /// <param name="known">Whom it is about; null for somebody new.</param>
    public InvolvedFormView FormOf(string handler, InvolvedPerson? known)
    {
        // What was typed about somebody who was taken out meanwhile is kept where they can be added again.
        var gone = known is null && Tried == "ChangePerson" && Case.Involved.All(one => one.Person.Id != Person.Id);
        var tried = gone || (Tried == handler && (known is null || Person.Id == known.Person.Id));
        var form = tried ? Person : InvolvedForm.Of(known?.Person);
        (form.Id, form.Basis) = (known?.Person.Id ?? Guid.Empty, known?.Last.Command ?? Guid.Empty);
        return new InvolvedFormView(handler, form, tried, tried ? Problems : Problems.Clear());
    }
}

/// <summary>A form about somebody involved as it is shown.</summary>
/// <param name="Handler">What it asks for.</param>
/// <param name="Form">What stands in it.</param>
/// <param name="IsOpen">True when it was tried and refused.</param>
/// <param name="Problems">What is wrong with its fields, by name.</param>
public sealed record InvolvedFormView(string Handler, InvolvedForm Form, bool IsOpen, System.Collections.Immutable.ImmutableDictionary<string, string> Problems)
{
    /// <summary>A box of the form.</summary>
    public TextField Field(string name, string label, string? value) =>
        new($"{Handler}-{Form.Id:N}-{name}", $"Person.{name}", label, value, Problems.GetValueOrDefault(name));
}

/// <summary>What can be filled in about somebody involved.</summary>
public sealed class InvolvedForm
{
    /// <summary>Their id within the case; none for somebody new.</summary>
    public Guid Id { get; set; }

    /// <summary>The command of the change that was seen last.</summary>
    public Guid Basis { get; set; }

    /// <summary>What they are in the case.</summary>
    public InvolvedRole Role { get; set; }

    /// <summary>True when the person who reported knows who they are.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether they work for the association.</summary>
    public WorksForUs Work { get; set; }

    /// <summary>Their name.</summary>
    public string? Name { get; set; }

    /// <summary>The number of their house and flat.</summary>
    public string? House { get; set; }

    /// <summary>The rest of their address.</summary>
    public string? Street { get; set; }

    /// <summary>Their postcode.</summary>
    public string? Postcode { get; set; }

    /// <summary>Their phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>What they look like, or are known for.</summary>
    public string? Description { get; set; }

    /// <summary>What they are to the person who reported.</summary>
    public string? Relation { get; set; }

    /// <summary>Why something is changed, or somebody taken out.</summary>
    public string? Reason { get; set; }

    /// <summary>The form with what is recorded of somebody; empty for nobody.</summary>
    public static InvolvedForm Of(Involved? person) => person is null ? new InvolvedForm() : new InvolvedForm
    {
        Role = person.Role, IsKnown = person.IsKnown, Work = person.Work, Name = person.Name, House = person.House, Street = person.Street,
        Postcode = person.Postcode?.ToString(), Phone = person.Phone?.ToString(), Description = person.Description, Relation = person.Relation,
    };

    /// <summary>What is filled in, for the command.</summary>
    public InvolvedFields Fields() => new()
    {
        Role = Role, IsKnown = IsKnown, Work = Work, Name = Name, House = House, Street = Street, Postcode = Postcode, Phone = Phone, Description = Description, Relation = Relation,
    };
}
