using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>The members of a household, from a list in the row.</summary>
internal sealed class MembersField : FieldPlan
{
    private readonly Action<Fact, IReadOnlyList<HouseholdMember>> set;
    private readonly ValuePlan list;
    private readonly JsonPath? insz;
    private readonly JsonPath? position;
    private readonly JsonPath? since;

    public MembersField(FieldSection section, ValuePlan list)
    {
        this.list = list;
        set = Setter.Of<IReadOnlyList<HouseholdMember>>(section.Field.Property!);
        (insz, position, since) = (PathOf("insz"), PathOf("position"), PathOf("since"));

        JsonPath? PathOf(string part) => section.Parts.TryGetValue(part, out var value) && value.From is [var from] && JsonPath.TryParse(from, out var path) ? path : null;
    }

    public override void Fill(Fact fact, ref RowScope row)
    {
        var cell = list.Read(ref row);
        using var json = JsonCells.Parse(cell);
        if (json?.RootElement.ValueKind != JsonValueKind.Array)
        {
            row.Reject(list.Place, $"a list of members, found {Found.Describe(cell)}", "Name the path of the list in 'each' of the mapping.");
            return;
        }

        List<HouseholdMember> members = [];
        List<Insz> others = [];
        foreach (var element in json.RootElement.EnumerateArray())
        {
            if (!CitizenField.TryRead(Part(element, insz), list.Place, ref row, out var member))
                continue;
            others.Add(member);
            members.Add(new HouseholdMember { Position = Position(element, ref row), Since = Since(element, ref row) });
        }

        row.Others = others;
        set(fact, members);
    }

    private static Cell Part(JsonElement member, JsonPath? path) => path?.TryFind(member, out var found) == true ? JsonCells.Of(found) : default;

    private string? Position(JsonElement member, ref RowScope row)
    {
        var cell = Part(member, position);
        if (cell.IsEmpty || WireCode.IsValid(cell.Text.Span))
            return cell.IsEmpty ? null : cell.Text.ToString();
        row.Reject(list.Place, $"{WireCode.Expected} for the position of a member, found {Found.Describe(cell)}", "Export a code.");
        return null;
    }

    private DateOnly? Since(JsonElement member, ref RowScope row)
    {
        var cell = Part(member, since);
        if (cell.IsEmpty)
            return null;
        if (Moment.TryDay(cell.Text.Span, [], out var day))
            return day;
        row.Reject(list.Place, $"{Moment.Expected} for a member, found {Found.Describe(cell)}", "Correct the date.");
        return null;
    }
}
