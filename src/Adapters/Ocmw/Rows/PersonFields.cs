using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>Reads what a row says of the person.</summary>
internal static class PersonFields
{
    /// <summary>Names, address, contact and remark; null when all are empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="freeText">Free text found where a code was expected: it belongs in the encrypted column too.</param>
    public static PersonDetails? Read(scoped ref RowReader row, string? freeText = null)
    {
        var details = new PersonDetails
        {
            FamilyName = row.Text(Column.FamilyName),
            GivenNames = row.Text(Column.GivenNames),
            Street = row.Text(Column.Street),
            Locality = Join(" ", row.Text(Column.PostalCode), row.Text(Column.Locality)),
            Telephone = row.Text(Column.Telephone),
            Email = row.Text(Column.Email),
            Remark = Join("; ", row.Text(Column.Remark), freeText),
        };
        return details is { FamilyName: null, GivenNames: null, Street: null, Locality: null, Telephone: null, Email: null, Remark: null } ? null : details;
    }

    /// <summary>A code, or free text that people typed instead of one.</summary>
    public static (string? Code, string? FreeText) CodeOrText(scoped ref RowReader row, Column column)
    {
        var text = row.Text(column);
        return text is null || ExportCode.IsValid(text) ? (text, null) : (null, text);
    }

    /// <summary>Two texts with something between them, or the one that is there.</summary>
    public static string? Join(string between, string? first, string? second) => first is null ? second : second is null ? first : first + between + second;
}
