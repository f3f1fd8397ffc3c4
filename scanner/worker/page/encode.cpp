#include "scanner/worker/page/encode.h"

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

namespace twofold::scanner {
namespace {

void require_encodable(const cv::Mat& picture) {
  if (picture.empty() || (picture.type() != CV_8UC1 && picture.type() != CV_8UC3))
    throw std::runtime_error("only pictures of 8 bits, grey or BGR, are encoded");
}

// libjpeg leaves by a jump, so what it jumps out of holds no object that would have to be destroyed.
struct JpegFailure {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

[[noreturn]] void leave(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<JpegFailure*>(jpeg->err)->back, 1); }
void say_nothing(j_common_ptr) {}

struct JpegBytes {
  unsigned char* data = nullptr;
  unsigned long size = 0;
};

bool compress(const cv::Mat& picture, int quality, JpegKind kind, JpegBytes& out) {
  jpeg_compress_struct jpeg{};
  JpegFailure failure{};
  jpeg.err = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = leave;
  failure.manager.output_message = say_nothing;
  if (setjmp(failure.back) != 0) {
    jpeg_destroy_compress(&jpeg);
    return false;
  }
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &out.data, &out.size);
  jpeg.image_width = static_cast<JDIMENSION>(picture.cols);
  jpeg.image_height = static_cast<JDIMENSION>(picture.rows);
  jpeg.input_components = picture.channels();
  jpeg.in_color_space = picture.channels() == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  if (kind == JpegKind::Smallest) {
    jpeg_simple_progression(&jpeg);
    jpeg.optimize_coding = TRUE;
  }
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    auto* row = const_cast<unsigned char*>(picture.ptr(static_cast<int>(jpeg.next_scanline)));
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  return true;
}

void append(png_structp png, png_bytep data, std::size_t size) {
  auto* bytes = static_cast<EncodedPicture*>(png_get_io_ptr(png));
  bytes->insert(bytes->end(), data, data + size);
}

bool compress(const cv::Mat& picture, double dpi, EncodedPicture& out) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  if (!info || setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_set_write_fn(png, &out, append, nullptr);
  png_set_compression_level(png, Z_BEST_SPEED);
  png_set_compression_strategy(png, Z_RLE);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.cols), static_cast<png_uint_32>(picture.rows), 8,
               picture.channels() == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (dpi > 0) {
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  png_write_info(png, info);
  png_set_bgr(png);
  for (int y = 0; y < picture.rows; ++y) png_write_row(png, picture.ptr(y));
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return true;
}

}  // namespace

EncodedPicture encode_jpeg(const cv::Mat& picture, int quality, JpegKind kind) {
  require_encodable(picture);
  JpegBytes bytes;
  const bool made = compress(picture, quality, kind, bytes);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owned(bytes.data, std::free);
  if (!made) throw std::runtime_error("JPEG encoding failed");
  return {bytes.data, bytes.data + bytes.size};
}

EncodedPicture encode_png(const cv::Mat& picture, double dpi) {
  require_encodable(picture);
  EncodedPicture bytes;
  if (!compress(picture, dpi, bytes)) throw std::runtime_error("PNG encoding failed");
  return bytes;
}

void write_picture_file(const std::filesystem::path& where, const EncodedPicture& bytes) {
  std::ofstream out(where, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("a picture of the page cannot be written");
}

}  // namespace twofold::scanner
