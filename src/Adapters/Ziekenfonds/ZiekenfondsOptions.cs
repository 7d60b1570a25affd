using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Ziekenfonds;

/// <summary>What an administrator sets for one ziekenfonds.</summary>
public sealed class ZiekenfondsOptions
{
    /// <summary>The folder the files are put in; a relative path starts at the configuration folder.</summary>
    [Description("The folder the files are put in; a relative path starts at the configuration folder.")]
    [Required(ErrorMessage = "folder: name the folder in which the ziekenfonds puts its files, such as \"/srv/ziekenfonds\".")]
    public string Folder { get; set; } = "";

    /// <summary>Which files are read: a name pattern with <c>*</c> and <c>?</c>.</summary>
    [Description("Which file names are read, with * and ?.")]
    [RegularExpression(@"[^/\\]+", ErrorMessage = "files: write a pattern of file names without a folder, such as \"*.xml\".")]
    public string Files { get; set; } = "*.xml";

    /// <summary>The local name of the element that holds one attestation of incapacity, in whatever namespace.</summary>
    [Description("The local name of the element around one attestation of incapacity.")]
    [RegularExpression(@"[\p{L}_][\p{L}\p{N}_.\-]*", ErrorMessage = "incapacityElement: write the name of the element around each ssin, without a prefix, such as \"indemnityAllowanceNotification\".")]
    public string IncapacityElement { get; set; } = "indemnityAllowanceNotification";

    /// <summary>The largest number of notifications on one page.</summary>
    [Description("Notifications stored in one transaction.")]
    [Range(1, 10_000, ErrorMessage = "pageSize: write a number of notifications from 1 to 10000.")]
    public int PageSize { get; set; } = 1_000;

    /// <summary>How long a file must have been left alone before it is read; 0 reads it at once.</summary>
    [Description("A file that changed less long ago is looked at twice, this long apart; 0 reads at once.")]
    [Range(0, 3_600, ErrorMessage = "settleSeconds: write a number of seconds from 0 to 3600.")]
    public int SettleSeconds { get; set; } = 2;
}
