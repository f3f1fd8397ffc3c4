#include "samples/document.h"

namespace twofold::samples {

const char* extension(Carrier carrier) {
  switch (carrier) {
    case Carrier::TiffFax:
    case Carrier::TiffGrey: return ".tif";
    case Carrier::PdfScan:
    case Carrier::BornPdf: return ".pdf";
    case Carrier::Png: return ".png";
    case Carrier::Jpeg: return ".jpg";
    case Carrier::Jpeg2000: return ".jp2";
    case Carrier::Zip: return ".zip";
    case Carrier::TarGz: return ".tar.gz";
    case Carrier::SevenZip: return ".7z";
    case Carrier::Docx: return ".docx";
    case Carrier::Odt: return ".odt";
    case Carrier::Rtf: return ".rtf";
    case Carrier::Doc: return ".doc";
    case Carrier::Xlsx: return ".xlsx";
    case Carrier::Ods: return ".ods";
    case Carrier::Xls: return ".xls";
    case Carrier::Pptx: return ".pptx";
    case Carrier::Html: return ".html";
    case Carrier::TextUtf8:
    case Carrier::TextGb18030:
    case Carrier::TextBig5: return ".txt";
    case Carrier::CsvGbk: return ".csv";
    case Carrier::Mail: return ".eml";
  }
  return "";
}

}  // namespace twofold::samples
