using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Rows;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ocmw;

/// <summary>What attributes cannot say: the names in <see cref="OcmwOptions.Files"/> and <see cref="OcmwOptions.Columns"/> must exist.</summary>
internal sealed class OcmwOptionsValidator : IValidateOptions<OcmwOptions>
{
    public ValidateOptionsResult Validate(string? name, OcmwOptions options)
    {
        var errors = new List<string>();
        foreach (var (kind, pattern) in options.Files)
        {
            if (ExportKind.Named(kind) is null)
                errors.Add($"files: \"{kind}\" is no kind of file; write one of {string.Join(", ", ExportKind.All)}.");
            else if (string.IsNullOrWhiteSpace(pattern) || pattern.Contains('/', StringComparison.Ordinal) || pattern.Contains('\\', StringComparison.Ordinal))
                errors.Add($"files: \"{kind}\" needs a pattern of file names without a folder, such as \"{kind}*.csv\".");
        }

        foreach (var (column, header) in options.Columns)
        {
            if (!Exists(column))
                errors.Add($"columns: \"{column}\" is no column of ours; write one of {string.Join(", ", AllColumns())}, with a kind before it (\"leefloon.insz\") where only that kind differs.");
            else if (HeaderName.Fold(header).Length == 0)
                errors.Add($"columns: \"{column}\" needs the header that the export has for it.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool Exists(string column)
    {
        var dot = column.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? AllColumns().Contains(column)
            : ExportKind.Named(column[..dot])?.Columns.Any(known => known.Name == column[(dot + 1)..]) == true;
    }

    private static IEnumerable<string> AllColumns() => ExportKind.All.SelectMany(kind => kind.Columns).Select(column => column.Name).Distinct();
}
