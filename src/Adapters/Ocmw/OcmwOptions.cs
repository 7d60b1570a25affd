using System.ComponentModel.DataAnnotations;
using IntegrationHub.Adapters.Ocmw.Csv;

namespace IntegrationHub.Adapters.Ocmw;

/// <summary>What an administrator sets for one OCMW.</summary>
public sealed class OcmwOptions
{
    /// <summary>The value of <see cref="Exports"/> for files that each hold everything.</summary>
    public const string Complete = "complete";

    /// <summary>The value of <see cref="Exports"/> for files that each hold what is new.</summary>
    public const string Additions = "additions";

    /// <summary>The folder the exports are put in; a relative path starts at the configuration folder.</summary>
    [Required(ErrorMessage = "folder: name the folder in which the OCMW puts its exports, such as \"/srv/ocmw/exports\".")]
    public string Folder { get; set; } = "";

    /// <summary>The id of this OCMW in <c>partnerships.json</c>: the partner that helps in the files.</summary>
    [Required(ErrorMessage = "partner: name the id that this OCMW has in partnerships.json, such as \"ocmw-gent\".")]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "partner: write the id in kebab-case, as in partnerships.json, such as \"ocmw-gent\".")]
    public string Partner { get; set; } = "";

    /// <summary><c>complete</c>: the newest file of each kind holds everything. <c>additions</c>: each new file is read once.</summary>
    [AllowedValues(Complete, Additions, ErrorMessage = "exports: write \"complete\" (each file holds everything) or \"additions\" (each file holds what is new).")]
    public string Exports { get; set; } = Complete;

    /// <summary>Which files are of which kind: name patterns with <c>*</c> and <c>?</c>; by default the kind's name, anything, and <c>.csv</c>.</summary>
    public Dictionary<string, string> Files { get; set; } = new(StringComparer.Ordinal);

    /// <summary><c>auto</c>, <c>utf-8</c> or <c>windows-1252</c>.</summary>
    [AllowedValues(CsvEncoding.Auto, CsvEncoding.Utf8, CsvEncoding.Windows1252, ErrorMessage = "encoding: write \"auto\", \"utf-8\" or \"windows-1252\".")]
    public string Encoding { get; set; } = CsvEncoding.Auto;

    /// <summary><c>auto</c>, or what stands between fields.</summary>
    [AllowedValues(Csv.Separator.Auto, ";", ",", "tab", "|", ErrorMessage = "separator: write \"auto\", \";\", \",\", \"tab\" or \"|\".")]
    public string Separator { get; set; } = Csv.Separator.Auto;

    /// <summary>Headers that differ from ours: our column name (for one kind only: <c>leefloon.insz</c>) to the header in the export.</summary>
    public Dictionary<string, string> Columns { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The largest number of rows on one page.</summary>
    [Range(1, 10_000, ErrorMessage = "pageSize: write a number of rows from 1 to 10000.")]
    public int PageSize { get; set; } = 2_000;

    /// <summary>How long a file must have been left alone before it is read; 0 reads it at once.</summary>
    [Range(0, 3_600, ErrorMessage = "settleSeconds: write a number of seconds from 0 to 3600.")]
    public int SettleSeconds { get; set; } = 2;
}
