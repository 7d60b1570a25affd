using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Benchmarks.Mapped;

/// <summary>The same for the facts of a row: each column read where it stands, each contract filled by its own initialiser, the same checks as the mapping makes.</summary>
internal sealed class HandWrittenNormaliser : IRecordNormaliser
{
    private const string Leefloon = "leefloon";

    private readonly ConditionalWeakTable<IReadOnlyDictionary<string, string>, LeefloonColumns> headers = [];

    public Normalised Normalise(SourceRecord record)
    {
        if (!headers.TryGetValue(record.Properties, out var columns))
            headers.AddOrUpdate(record.Properties, columns = LeefloonColumns.Of(record.Properties["header"], ';'));
        if (!Utf8.IsValid(record.Raw.Span))
            return Reject("row", record.Line, "text in UTF-8");
        char[]? rented = null;
        var room = record.Raw.Length <= 1024 ? stackalloc char[1024] : rented = ArrayPool<char>.Shared.Rent(record.Raw.Length);
        try
        {
            return Read(room[..Encoding.UTF8.GetChars(record.Raw.Span, room)], columns, record.Line);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private static Normalised Read(ReadOnlySpan<char> row, LeefloonColumns columns, long? line)
    {
        Span<Field> fields = stackalloc Field[columns.Count];
        if (RowSplitter.Split(row, ';', fields, out var count) != RowProblem.None || count < columns.Count)
            return Reject("row", line, $"{columns.Count} fields");
        List<Rejection>? rejections = null;
        if (!Insz.TryParse(Text(row, fields, columns.Insz).ToString(), out var citizen))
            Add(ref rejections, "insz", line, "an INSZ");
        var number = Text(row, fields, columns.Number);
        if (!RecordNumber.IsValid(number) || (citizen != default && RecordNumber.Holds(number, citizen)))
            Add(ref rejections, "beslissingsnummer", line, RecordNumber.Expected);
        var from = Date(row, fields, columns.GrantedFrom, "toegekend_vanaf", line, ref rejections);
        if (from is null)
            Add(ref rejections, "toegekend_vanaf", line, "a date");
        var until = Date(row, fields, columns.Until, "tot", line, ref rejections);
        var suspendedFrom = Date(row, fields, columns.SuspendedFrom, "geschorst_vanaf", line, ref rejections);
        var suspendedUntil = Date(row, fields, columns.SuspendedUntil, "geschorst_tot", line, ref rejections);
        var endedOn = Date(row, fields, columns.EndedOn, "stopgezet_op", line, ref rejections);
        if (until < from || suspendedFrom < from || suspendedUntil < suspendedFrom || endedOn < from)
            Add(ref rejections, "tot", line, "dates in their order");
        if (suspendedUntil is not null && suspendedFrom is null)
            Add(ref rejections, "geschorst_vanaf", line, "the first day of the suspension");
        var category = Text(row, fields, columns.Category);
        if (!category.IsEmpty && !WireCode.IsValid(category))
            Add(ref rejections, "categorie", line, WireCode.Expected);
        var (suspensionReason, suspensionText) = CodeOrText(Text(row, fields, columns.SuspensionReason));
        var (endReason, endText) = CodeOrText(Text(row, fields, columns.EndReason));
        NisCode? municipality = null;
        if (Text(row, fields, columns.Municipality) is { IsEmpty: false } nis)
        {
            if (NisCode.TryParse(nis.ToString(), out var code))
                municipality = code;
            else
                Add(ref rejections, "nis", line, "a NIS code");
        }

        if (rejections is not null)
            return Normalised.Reject(rejections);

        var right = number.ToString();
        var person = new PersonDetails
        {
            FamilyName = Filled(Text(row, fields, columns.FamilyName)),
            GivenNames = Filled(Text(row, fields, columns.GivenNames)),
            Street = Filled(Text(row, fields, columns.Street)),
            Locality = Join(Filled(Text(row, fields, columns.PostalCode)), " ", Filled(Text(row, fields, columns.Locality))),
            Telephone = Filled(Text(row, fields, columns.Telephone)),
            Email = Filled(Text(row, fields, columns.Email)),
            Remark = Join(Filled(Text(row, fields, columns.Remark)), "; ", Join(suspensionText, "; ", endText)),
        };
        var facts = new List<NormalisedFact>(3)
        {
            new("granted", citizen, new BenefitGranted { OccurredAt = BelgianDay.StartOf(from!.Value), Benefit = Leefloon, Right = right, Until = until, Category = Filled(category) }) { Person = person },
        };
        if (suspendedFrom is { } first)
        {
            var suspended = new BenefitSuspended { OccurredAt = BelgianDay.StartOf(first), Benefit = Leefloon, Right = right, Until = suspendedUntil, Reason = suspensionReason };
            facts.Add(new("suspended", citizen, suspended) { Person = person });
        }

        if (endedOn is { } last)
            facts.Add(new("ended", citizen, new BenefitEnded { OccurredAt = BelgianDay.StartOf(last), Benefit = Leefloon, Right = right, EndedOn = last, Reason = endReason }) { Person = person });
        if (municipality is not null)
            facts.Add(new("person", citizen, new PersonChanged { OccurredAt = BelgianDay.StartOf(from.Value), Municipality = municipality }) { Person = person });
        return Normalised.Accept(facts);
    }

    private static ReadOnlySpan<char> Text(ReadOnlySpan<char> row, ReadOnlySpan<Field> fields, int column) => column < 0 ? [] : RowSplitter.Text(row, fields[column]).Trim();

    private static (string? Code, string? Text) CodeOrText(ReadOnlySpan<char> text) => text.IsEmpty ? (null, null) : WireCode.IsValid(text) ? (text.ToString(), null) : (null, text.ToString());

    private static string? Join(string? first, string between, string? second) => first is null ? second : second is null ? first : first + between + second;

    private static string? Filled(ReadOnlySpan<char> text) => text.IsEmpty ? null : text.ToString();

    private static DateOnly? Date(ReadOnlySpan<char> row, ReadOnlySpan<Field> fields, int index, string column, long? line, ref List<Rejection>? rejections)
    {
        var text = Text(row, fields, index);
        if (text.IsEmpty)
            return null;
        if (BelgianDate.TryParse(text, out var day))
            return day;
        Add(ref rejections, column, line, "a date");
        return null;
    }

    private static void Add(ref List<Rejection>? rejections, string column, long? line, string expected) =>
        (rejections ??= []).Add(new Rejection($"column '{column}', line {line}", expected, "Correct it in the export."));

    private static Normalised Reject(string place, long? line, string expected) => Normalised.Reject(new Rejection($"{place} on line {line}", expected, "Correct it in the export."));
}
