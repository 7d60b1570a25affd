using IntegrationHub.Contracts;
using IntegrationHub.Yaml;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads one entry of <c>facts</c> and holds it against the contract.</summary>
internal static class FactReader
{
    /// <summary>What an entry may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["contract", "key", "when", "citizen", "occurredAt", "fields"];

    /// <summary>What <c>members</c> of a household may hold.</summary>
    public static IReadOnlyList<string> MemberKeys { get; } = ["each", "insz", "position", "since"];

    public static FactSection? Read(YamlPlace place, bool hasCitizen, ColumnReader columns)
    {
        if (YamlMap.Of(place, "contract, occurredAt and fields", Keys) is not { } map || map.NeedText("contract", "the name of a contract") is not { } name)
            return null;
        if (ContractShape.Named(name) is not { } contract)
        {
            map.Get("contract")!.Value.Report("the name of a contract", name == FactContract.NameOf<FactWithdrawn>()
                ? "leave it out: a fact is withdrawn when a newer version of its record no longer gives it ('when')" : NearestName.Hint(name, ContractShape.Names));
            return null;
        }

        var when = map.Get("when") is { } condition ? ConditionReader.Read(condition, columns) : null;
        var citizen = map.Get("citizen") is { } own ? columns.Read(own) : null;
        if (citizen is null && !hasCitizen)
            place.Report("the column with the INSZ", "add 'citizen' to the record, or to each fact", "none");
        var occurredAt = map.Need("occurredAt", "when it happened: a column with a date or instant") is { } at ? ValueReader.Read(at, columns) : null;
        if (occurredAt is { Value: { } constant } && !Mapping.Moment.TryParse(constant, [], out _))
            map.Get("occurredAt")!.Value.Report("a date or instant", "write it as 2026-12-31", $"'{constant}'");
        return new FactSection
        {
            Contract = contract,
            Key = map.Text("key") ?? name,
            When = when,
            Citizen = citizen,
            OccurredAt = occurredAt ?? new ValueSection(),
            Fields = Fields(map, contract, columns),
        };
    }

    private static List<FieldSection> Fields(YamlMap fact, ContractShape contract, ColumnReader columns)
    {
        var known = contract.Fields.Select(field => field.Name).ToList();
        var map = fact.Get("fields") is { } place ? YamlMap.Of(place, $"the fields of {contract.Name}", known) : null;
        var fields = new List<FieldSection>();
        foreach (var field in contract.Fields)
        {
            if (map?.Get(field.Name) is { } value)
            {
                if (Read(field, value, columns) is { } section)
                    fields.Add(section);
            }
            else if (field.IsRequired)
            {
                (map?.Place ?? fact.Place).Report($"{field.Name} ({field.Expected}), which {contract.Name} needs", $"add '{field.Name}' to its fields", "none");
            }
        }

        return fields;
    }

    private static FieldSection? Read(FieldShape field, YamlPlace place, ColumnReader columns)
    {
        if (field.Type is FieldType.Attributes)
            return new FieldSection(field, new ValueSection()) { Parts = ValueReader.Map(place, null, columns) };
        if (field.Type is FieldType.Members)
            return Members(field, place, columns);
        if (ValueReader.Read(place, columns) is not { } value)
            return null;
        foreach (var (text, at) in Constants(value, place).Where(constant => !Mapping.FieldText.IsValid(field, constant.Text, value.Date)))
            at.Report(field.Expected, text.All(c => c == '?') ? "answer the question above it: write what it is, or remove this line" : "correct it", text.All(c => c == '?') ? $"'{text}', which is still open" : $"'{text}'");
        if (value.Split is not null && field.Type != FieldType.Codes)
            place.Report("'split' for a field that holds several codes only", "remove 'split'", $"'split' for {field.Name}");
        return new FieldSection(field, value);
    }

    // Each text that the mapping itself gives, where it stands.
    private static IEnumerable<(string Text, YamlPlace Place)> Constants(ValueSection value, YamlPlace place)
    {
        if (place.Node is not YamlMappingNode || YamlMap.Of(place, "", null) is not { } map)
            yield break;
        foreach (var (key, text) in ((string Key, string? Text)[])[("value", value.Value), ("default", value.Default), ("otherwise", value.OtherwiseValue)])
        {
            if (text is not null)
                yield return (text, map.Get(key) ?? place);
        }

        if (value.Codes is not { Count: > 0 } codes || map.Get("codes") is not { } translated || YamlMap.Of(translated, "", null) is not { } entries)
            yield break;
        foreach (var (theirs, ours) in codes)
            yield return (ours, entries.Get(theirs) ?? translated);
    }

    private static FieldSection? Members(FieldShape field, YamlPlace place, ColumnReader columns)
    {
        if (YamlMap.Of(place, field.Expected, MemberKeys) is not { } map || map.Need("each", "the path of the list of members") is not { } each || columns.Read(each) is not { } path)
            return null;
        map.Need("insz", "the path of the INSZ within a member");
        return new FieldSection(field, new ValueSection { From = [path] }) { Parts = ValueReader.Map(place, ["insz", "position", "since"], columns) };
    }
}
