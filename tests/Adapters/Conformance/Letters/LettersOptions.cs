using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Letters;

public sealed class LettersOptions
{
    [Required(ErrorMessage = "folder: put the folder with letters there.")]
    [Description("Files with a line for each dismissal.")]
    public string? Folder { get; set; }

    [Range(1, 100)]
    [Description("Lines a page.")]
    public int PageSize { get; set; } = 2;

    [Description("Which mistake to make.")]
    public string Fault { get; set; } = "none";

    [Range(0, 65535)]
    [Description("Where lines are pushed to; 0 pushes nothing.")]
    public int Port { get; set; }
}
